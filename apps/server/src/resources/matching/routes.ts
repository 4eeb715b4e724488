import { findMatches } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import { orRefuse } from '../records/refuse-record.ts'

/** Finding records that look the same. */
export function registerMatching(app: FastifyInstance, { database }: Services): void {
  register(app, 'findMatches', async ({ params, body, member }) => {
    const found = orRefuse(await findMatches(database, member(), params.form, body))
    const matches = found.matches.map((match) => ({ ...match, fields: [...match.fields] }))
    return { matches, more: found.more, hidden: [...found.hidden] }
  })
}
