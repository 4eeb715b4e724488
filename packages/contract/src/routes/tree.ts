import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { Condition, FormParams, Id, Key, Path, SortKey, closed } from '../shapes.ts'
import { Nullable, RecordAnswer } from './record-shapes.ts'

const Parent = Type.Unsafe<string>({
  ...Key,
  description: 'The relation to the same form that names the record above.',
})

const level = {
  parent: Parent,
  filter: Type.Optional(Condition),
  columns: Type.Optional(Type.Array(Path, { maxItems: 1000 })),
  sort: Type.Optional(Type.Array(SortKey, { maxItems: 5 })),
}

export const TreeQuery = closed({
  ...level,
  under: Type.Optional(Nullable(Id)),
  search: Type.Optional(
    Type.String({ maxLength: 200, description: 'Looks through all levels, whatever record is named.' }),
  ),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
  after: Type.Optional(Type.String({ maxLength: 2000, description: 'Cursor of the page before.' })),
})
export type TreeQuery = Static<typeof TreeQuery>

export const CirclesQuery = closed(level)
export type CirclesQuery = Static<typeof CirclesQuery>

const Children = Type.Record(Type.String(), closed({ count: Type.Integer(), exact: Type.Boolean() }), {
  description:
    'How many records lie right under each, by id, exact up to 10,000; those without any are left out.',
})

export const TreePage = closed({
  rows: Type.Array(RecordAnswer),
  next: Nullable(Type.String()),
  children: Children,
  paths: Type.Record(Type.String(), Type.Array(closed({ id: Id, title: Type.String() })), {
    description: 'What lies above each that was found or is left of a filter, the highest first.',
  }),
})
export type TreePage = Static<typeof TreePage>

export const treeRoutes = {
  queryTree: route({
    method: 'POST',
    path: '/api/w/:workspace/forms/:form/tree',
    auth: 'member',
    summary: 'One page of a level of a tree: what lies under a record, or under none',
    params: FormParams,
    body: TreeQuery,
    answer: TreePage,
  }),
  queryCircles: route({
    method: 'POST',
    path: '/api/w/:workspace/forms/:form/tree/circles',
    auth: 'member',
    summary: 'Up to 100 records that lie under themselves, over others; no level of a tree has them',
    params: FormParams,
    body: CirclesQuery,
    answer: TreePage,
  }),
}
