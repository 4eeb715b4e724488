export { clearExpired, clearKept } from './clear-kept.ts'
export { listCleared, listKept, type Kept } from './list-kept.ts'
export { restoreKept } from './restore-kept.ts'
