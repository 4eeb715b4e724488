export { clearExpired, clearKept } from './clear-kept.ts'
export type { KeptName } from './kept-items.ts'
export { listCleared, listKept, type Cleared, type Kept } from './list-kept.ts'
export { restoreKept } from './restore-kept.ts'
