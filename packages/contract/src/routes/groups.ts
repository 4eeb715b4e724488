import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { Condition, FormParams, Path, closed } from '../shapes.ts'
import { Nullable } from './record-shapes.ts'

const bucket = Type.Union([
  Type.Literal('day'),
  Type.Literal('week'),
  Type.Literal('month'),
  Type.Literal('quarter'),
  Type.Literal('year'),
])
const figure = Type.Union([
  Type.Literal('sum'),
  Type.Literal('avg'),
  Type.Literal('min'),
  Type.Literal('max'),
  Type.Literal('count'),
])

export const GroupsQuery = closed({
  filter: Type.Optional(Condition),
  search: Type.Optional(Type.String({ maxLength: 200 })),
  group: Type.Optional(
    closed({
      field: Path,
      bucket: Type.Optional(bucket),
      direction: Type.Optional(Type.Union([Type.Literal('asc'), Type.Literal('desc')])),
    }),
  ),
  summaries: Type.Optional(
    Type.Array(closed({ field: Path, function: figure }), {
      maxItems: 20,
    }),
  ),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  skip: Type.Optional(
    Type.Integer({ minimum: 0, description: 'Groups before the page: `next` of the page before.' }),
  ),
})
export type GroupsQuery = Static<typeof GroupsQuery>

export const RecordGroup = closed({
  value: Nullable(Type.Union([Type.String(), Type.Boolean()])),
  title: Nullable(Type.String({ description: 'Name of the record, member or department in `value`.' })),
  count: Type.Integer(),
  figures: Type.Array(Nullable(Type.String()), { description: 'One per summary, in their order.' }),
  filter: Condition,
})
export type RecordGroup = Static<typeof RecordGroup>

export const groupRoutes = {
  groupRecords: route({
    method: 'POST',
    path: '/api/w/:workspace/forms/:form/groups',
    auth: 'member',
    summary:
      'Records put together by a field, counted and summed up; without a field all of them as one group',
    params: FormParams,
    body: GroupsQuery,
    answer: closed({ groups: Type.Array(RecordGroup), next: Nullable(Type.Integer()) }),
  }),
}
