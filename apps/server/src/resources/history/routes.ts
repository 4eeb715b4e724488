import type { PastRecord } from '@pipewright/contract'
import { recordAsOf } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { refuse } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import { orRefuse } from '../records/refuse-record.ts'

/** What records were. */
export function registerHistory(app: FastifyInstance, { database }: Services): void {
  register(app, 'getRecordAsOf', async ({ params, query, member }) => {
    const at = Date.parse(query.at)
    if (Number.isNaN(at)) refuse('bad-request')
    const moment = new Date(at).toISOString()
    const { past } = orRefuse(await recordAsOf(database, member(), params.form, params.id, moment))
    return past as unknown as PastRecord
  })
}
