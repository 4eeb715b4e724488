import type { BulkJob } from '@pipewright/contract'

type Told = BulkJob['action']['type'] | 'assign'

/** What is done, where handing records to somebody is not the same as editing them. */
export const toldOf = (action: BulkJob['action']): Told =>
  action.type === 'edit' && action.changes.length === 0 && action.owner !== undefined ? 'assign' : action.type

/** How it is said that some records could not be done. */
export const refusedTexts = {
  edit: 'manyNotEdited',
  assign: 'manyNotAssigned',
  handOver: 'manyNotAssigned',
  delete: 'manyNotDeleted',
  purge: 'manyNotDeleted',
  restore: 'manyNotRestored',
  submit: 'manyNotSubmitted',
  button: 'manyNotPressed',
} as const satisfies Record<Told, string>
