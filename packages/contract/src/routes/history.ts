import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { Id, Key, RecordParams, ShownValues, closed } from '../shapes.ts'
import { Nullable } from './record-shapes.ts'

/** A record as it was at a moment, as far as the caller may see it today. */
export const PastRecord = closed({
  exists: Type.Boolean({ description: 'Whether it had been made by then.' }),
  deleted: Type.Boolean({ description: 'Whether it lay in the recycle bin.' }),
  values: ShownValues,
  owner: Nullable(Id),
  titles: Type.Record(Type.String(), Type.String()),
  unknown: Type.Array(Key, { description: 'Fields of which it is not kept what they showed.' }),
})
export type PastRecord = Static<typeof PastRecord>

export const historyRoutes = {
  getRecordAsOf: route({
    method: 'GET',
    path: '/api/w/:workspace/forms/:form/records/:id/as-of',
    auth: 'member',
    summary: 'A record as it was at a moment',
    params: RecordParams,
    query: closed({ at: Type.String({ maxLength: 40, description: 'RFC 3339 instant.' }) }),
    answer: PastRecord,
  }),
}
