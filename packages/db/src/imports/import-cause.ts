import type { Cause } from '../records/outcome.ts'
import type { ImportJob } from './import-job.ts'

/** What the ledger says of the rows of an import while they come in. */
export const importCause = ({ id, tell }: Pick<ImportJob, 'id' | 'tell'>): Cause => ({
  type: 'import',
  id,
  ...(tell ? { told: true } : {}),
})
