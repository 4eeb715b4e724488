import { readMap } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import { recordAnswer } from './answers.ts'
import { orRefuse } from './refuse-record.ts'

/** Where records lie. */
export function registerMap(app: FastifyInstance, { database }: Services): void {
  register(app, 'mapRecords', async ({ params, body, member }) => {
    const { cells, rows } = orRefuse(await readMap(database, member(), params.form, body))
    return { cells: cells.map((cell) => ({ ...cell })), rows: rows.map(recordAnswer) }
  })
}
