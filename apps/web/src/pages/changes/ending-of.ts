import type { BulkJob } from '@pipewright/contract'

const endings = {
  done: { type: 'success', text: 'bulkEnded' },
  cancelled: { type: 'warning', text: 'bulkCancelled' },
  failed: { type: 'error', text: 'bulkFailed' },
} as const

const refusedSome = { type: 'warning', text: 'bulkEndedRefused' } as const

/** In which tone and words a change of many is told of: it is no success where records were refused. */
export const endingOf = (state: Exclude<BulkJob['state'], 'running'>, refused: number) =>
  state === 'done' && refused > 0 ? refusedSome : endings[state]
