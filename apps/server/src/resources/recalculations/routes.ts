import { openRecalculations } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import { recalculationJobs } from './recalculation-jobs.ts'

/** What is still being brought up to date, of the forms that one may read. */
export function registerRecalculations(app: FastifyInstance, services: Services): void {
  recalculationJobs(app, services)

  register(app, 'listRecalculations', async ({ member }) => {
    const { workspace, rights } = member()
    const open = await openRecalculations(services.database, workspace)
    return { forms: open.filter(({ form }) => rights.forms[form]?.read === true).map((one) => ({ ...one })) }
  })
}
