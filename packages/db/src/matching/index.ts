export { settleMatching } from './settle-matching.ts'
