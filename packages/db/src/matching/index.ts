export { settleMatching } from './settle-matching.ts'
export { findDuplicates, type AlikeGroup, type AlikeRecord } from './find-duplicates.ts'
export { listToldApart, tellApart, tellTogether } from './told-apart.ts'
