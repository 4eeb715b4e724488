import { filesAround, getRecord } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import { orRefuse } from '../records/refuse-record.ts'

const cursorShape = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** A cursor that nobody was given leads to the beginning. */
function readCursor(text: string | undefined): { at: string; id: string } | null {
  const [, at, id] = cursorShape.exec(text ?? '') ?? []
  return at === undefined || id === undefined || Number.isNaN(Date.parse(at)) ? null : { at, id }
}

/** What stands around a record. */
export function registerAround(app: FastifyInstance, { database }: Services): void {
  register(app, 'listRecordFiles', async ({ params: { form, id }, query, member }) => {
    const scene = member()
    orRefuse(await getRecord(database, scene, form, id))
    const { files, next } = await filesAround(database, scene, {
      form,
      record: id,
      withRelated: query.related !== undefined,
      after: readCursor(query.after),
    })
    return { files, next: next === null ? null : `${next.at} ${next.id}` }
  })
}
