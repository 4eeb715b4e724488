import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { Id, Instant, RecordParams, closed } from '../shapes.ts'
import { Nullable } from './record-shapes.ts'

const Day = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$', description: '"YYYY-MM-DD"' })

const terms = {
  member: Nullable(Id),
  department: Nullable(Id),
  edit: Type.Boolean({ description: 'To edit, as far as the roles of the other go; else to read.' }),
  until: Nullable(Type.Unsafe<string>({ ...Day, description: 'The last day; null without an end.' })),
}

export const Share = closed({ id: Id, ...terms, by: Id, at: Instant })
export type Share = Static<typeof Share>

const ListedShare = closed({
  ...Share.properties,
  reaches: Type.Boolean({ description: 'Whether the roles of the member show the form at all.' }),
})

const base = '/api/w/:workspace/forms/:form/records/:id/shares'

export const shareRoutes = {
  listShares: route({
    method: 'GET',
    path: base,
    auth: 'member',
    summary: 'With whom a record is shared',
    params: RecordParams,
    answer: closed({ mayShare: Type.Boolean(), shares: Type.Array(ListedShare) }),
  }),
  shareRecord: route({
    method: 'POST',
    path: base,
    auth: 'member',
    status: 201,
    summary: 'Open a record to a member or a department, within their roles, perhaps until a day',
    params: RecordParams,
    body: closed(terms),
    answer: Share,
  }),
  endShare: route({
    method: 'DELETE',
    path: `${base}/:share`,
    auth: 'member',
    status: 204,
    summary: 'End the sharing of a record',
    params: closed({ ...RecordParams.properties, share: Id }),
  }),
}
