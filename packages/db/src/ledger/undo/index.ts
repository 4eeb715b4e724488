export { listChangeSets, type ChangeEntry, type ChangeList } from './list-change-sets.ts'
export { undoStep, type LeftAlone, type UndoRefusal, type UndoRequest, type UndoStep } from './undo-step.ts'
export type { LeftReason } from './undone.ts'
