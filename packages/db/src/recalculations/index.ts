export { openRecalculations } from './recalculations.ts'
export { settleRecalculations } from './settle-recalculations.ts'
export { noteForm } from './note-form.ts'
