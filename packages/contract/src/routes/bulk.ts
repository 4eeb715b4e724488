import { Type, type Static } from 'typebox'
import { FieldProblem } from '../problems/problem.ts'
import { route } from '../route.ts'
import {
  Condition,
  FormParams,
  Id,
  Instant,
  ItemParams,
  Key,
  Path,
  Value,
  WorkspaceParams,
  closed,
} from '../shapes.ts'
import { Nullable, RecordAnswer, RecordWarning } from './record-shapes.ts'

const base = '/api/w/:workspace'
const ids = (most: number) => Type.Array(Id, { maxItems: most, uniqueItems: true })

/** Which records are meant: these, or all that a list would show but some. The server fixes them when the work begins. */
export const Selection = Type.Union([
  closed({
    ids: Type.Array(Id, { minItems: 1, maxItems: 10_000, uniqueItems: true }),
    deleted: Type.Optional(Type.Boolean()),
  }),
  closed({
    all: closed({
      filter: Type.Optional(Condition),
      search: Type.Optional(Type.String({ maxLength: 200 })),
      deleted: Type.Optional(Type.Boolean({ description: 'The recycle bin instead of living records.' })),
      except: Type.Optional(ids(10_000)),
    }),
  }),
])
export type Selection = Static<typeof Selection>

const FieldChange = Type.Union([
  closed({ field: Key, way: Type.Literal('set'), value: Value }),
  closed({ field: Key, way: Type.Literal('clear') }),
  closed({ field: Key, way: Type.Literal('calculate'), expression: Condition }),
  closed({
    field: Key,
    way: Type.Union([Type.Literal('add'), Type.Literal('remove')]),
    values: Type.Array(Type.String({ maxLength: 200 }), { minItems: 1, maxItems: 100 }),
  }),
])
export type FieldChange = Static<typeof FieldChange>

export const BulkAction = Type.Union([
  closed({
    type: Type.Literal('edit'),
    changes: Type.Array(FieldChange, { maxItems: 50 }),
    owner: Type.Optional(Id),
  }),
  closed({ type: Type.Literal('delete') }),
  closed({ type: Type.Literal('restore') }),
  closed({ type: Type.Literal('purge') }),
  closed({ type: Type.Literal('button'), button: Key }),
  closed({
    type: Type.Literal('submit'),
    workflow: Key,
    comment: Type.String({ maxLength: 2000 }),
  }),
])
export type BulkAction = Static<typeof BulkAction>

const body = closed({ selection: Selection, action: BulkAction })

export const BulkRefusal = closed({
  code: Type.String(),
  message: Type.String(),
  errors: Type.Array(FieldProblem),
})

const HandOverAction = closed({
  type: Type.Literal('handOver'),
  from: Id,
  fields: Type.Record(Type.String({ pattern: '^[a-z][a-z0-9_]{0,47}$' }), Type.Array(Key)),
  reason: Type.String(),
})

export const BulkJob = closed({
  id: Id,
  form: Nullable(Key),
  action: Type.Union([...BulkAction.anyOf, HandOverAction]),
  state: Type.Union([
    Type.Literal('running'),
    Type.Literal('done'),
    Type.Literal('cancelled'),
    Type.Literal('failed'),
  ]),
  total: Type.Integer(),
  done: Type.Integer(),
  refused: Type.Integer(),
  warned: Type.Integer({
    description: 'Records that are done and of which rules want something to be minded.',
  }),
  undoes: Nullable(Id),
  undoneBy: Nullable(Id),
  mayUndo: Type.Boolean(),
  createdAt: Instant,
  endedAt: Nullable(Instant),
})
export type BulkJob = Static<typeof BulkJob>

/** What a member has for himself besides records and approvals. */
export const OwnThing = Type.Union([
  Type.Literal('tasks'),
  Type.Literal('sharedViews'),
  Type.Literal('privateViews'),
  Type.Literal('follows'),
  Type.Literal('favourites'),
])
export type OwnThing = Static<typeof OwnThing>

/** What is handed over and is no record. */
export const Thing = Type.Union([Type.Literal('approvals'), OwnThing])
export type Thing = Static<typeof Thing>

export const BulkResult = closed({
  place: Type.Integer(),
  form: Nullable(Key),
  thing: Nullable(Thing),
  id: Id,
  title: Nullable(Type.String({ description: 'Null for a record that the caller may not see any more.' })),
  state: Type.Union([Type.Literal('waiting'), Type.Literal('done'), Type.Literal('refused')]),
  refusal: Nullable(BulkRefusal),
  warnings: Type.Array(RecordWarning),
})
export type BulkResult = Static<typeof BulkResult>

export const BulkPreview = closed({
  count: Type.Integer(),
  exact: Type.Boolean({ description: 'False where all could not be counted in time: about so many.' }),
  rows: Type.Array(
    closed({
      before: RecordAnswer,
      after: Nullable(RecordAnswer),
      refusal: Nullable(BulkRefusal),
      warnings: Type.Array(RecordWarning),
      along: Type.Integer({ description: 'Other records that are deleted or taken back with it.' }),
      relations: Type.Integer({ description: 'Relations of other records that lead to it again.' }),
    }),
    { description: 'The first records as they would be; nothing is kept of it.' },
  ),
  follows: Type.Array(closed({ form: Key, fields: Type.Array(Path), records: Type.Integer() }), {
    description: 'Calculated values that follow the change of these first records.',
  }),
})
export type BulkPreview = Static<typeof BulkPreview>

const which = Type.Union([
  Type.Literal('done'),
  Type.Literal('refused'),
  Type.Literal('waiting'),
  Type.Literal('warned'),
])

/** Changing many records: each is checked by itself, and the work goes on when the page is left. */
export const bulkRoutes = {
  previewBulk: route({
    method: 'POST',
    path: `${base}/forms/:form/bulk-jobs/preview`,
    auth: 'member',
    summary: 'What a change of many records would do, tried on the first of them',
    params: FormParams,
    body,
    answer: BulkPreview,
  }),
  startBulk: route({
    method: 'POST',
    path: `${base}/forms/:form/bulk-jobs`,
    auth: 'member',
    summary: 'Change many records; few are changed at once, many in the background',
    params: FormParams,
    body,
    status: 201,
    answer: BulkJob,
  }),
  listBulkJobs: route({
    method: 'GET',
    path: `${base}/bulk-jobs`,
    auth: 'member',
    summary: 'Changes of many records that the caller began, newest first',
    params: WorkspaceParams,
    answer: closed({ jobs: Type.Array(BulkJob) }),
  }),
  getBulkJob: route({
    method: 'GET',
    path: `${base}/bulk-jobs/:id`,
    auth: 'member',
    summary: 'How far a change of many records is',
    params: ItemParams,
    answer: BulkJob,
  }),
  listBulkResults: route({
    method: 'GET',
    path: `${base}/bulk-jobs/:id/records`,
    auth: 'member',
    summary: 'What came of the records, a hundred at a time',
    params: ItemParams,
    query: closed({
      which: Type.Optional(which),
      after: Type.Optional(Type.String({ pattern: '^[0-9]{1,9}$' })),
    }),
    answer: closed({ records: Type.Array(BulkResult), next: Nullable(Type.String()) }),
  }),
  exportBulkResults: route({
    method: 'POST',
    path: `${base}/bulk-jobs/:id/file`,
    auth: 'member',
    summary: 'What came of the records as a file',
    answerKind: 'file',
    params: ItemParams,
    body: closed({ format: Type.Union([Type.Literal('csv'), Type.Literal('xlsx')]) }),
  }),
  cancelBulk: route({
    method: 'POST',
    path: `${base}/bulk-jobs/:id/cancel`,
    auth: 'member',
    summary: 'Stop a change of many records; what was changed stays',
    params: ItemParams,
    body: closed({}),
    answer: BulkJob,
  }),
  undoBulk: route({
    method: 'POST',
    path: `${base}/bulk-jobs/:id/undo`,
    auth: 'member',
    summary: 'Take a change of many records back, as a change of its own',
    params: ItemParams,
    body: closed({}),
    status: 201,
    answer: BulkJob,
  }),
  continueBulk: route({
    method: 'POST',
    path: `${base}/bulk-jobs/:id/continue`,
    auth: 'member',
    summary: 'Go on with a change of many records that was stopped',
    params: ItemParams,
    body: closed({}),
    answer: BulkJob,
  }),
}
