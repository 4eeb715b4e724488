export { openRecalculations } from './recalculations.ts'
export { settleRecalculations } from './settle-recalculations.ts'
