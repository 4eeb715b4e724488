import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { Id, Instant, Key, WorkspaceParams, closed } from '../shapes.ts'
import { BulkJob, BulkRefusal } from './bulk.ts'
import { Nullable, RecordWarning } from './record-shapes.ts'

const base = '/api/w/:workspace/bin'
const ids = (most: number, least = 0) =>
  Type.Array(Id, { minItems: least, maxItems: most, uniqueItems: true })

/** Which deleted records are meant, over all forms. */
const BinFilter = closed({
  forms: Type.Optional(Type.Array(Key, { maxItems: 1000, uniqueItems: true })),
  member: Type.Optional(Id),
  since: Type.Optional(Instant),
  until: Type.Optional(Instant),
  search: Type.Optional(Type.String({ maxLength: 200 })),
})
export type BinFilter = Static<typeof BinFilter>

const BinSelection = Type.Union([
  closed({ ids: ids(10_000, 1) }),
  closed({ all: closed({ ...BinFilter.properties, except: Type.Optional(ids(10_000)) }) }),
])
export type BinSelection = Static<typeof BinSelection>

export const BinRow = closed({
  form: Key,
  id: Id,
  title: Nullable(Type.String()),
  at: Instant,
  member: Nullable(Id),
  root: Nullable(Type.String({ description: 'The record with which it was deleted.' })),
  along: Type.Integer({ description: 'Records that were deleted with it.' }),
})
export type BinRow = Static<typeof BinRow>

/** Days for which deleted records are kept. */
const Days = Nullable(Type.Integer({ minimum: 1, maximum: 36_500 }))

const Loss = closed({
  records: Type.Integer(),
  along: Type.Integer({ description: 'Of them those that were deleted with the ones that are meant.' }),
  files: Type.Integer(),
  bytes: Type.Integer(),
  comments: Type.Integer(),
  mails: Type.Integer(),
  tasks: Type.Integer(),
})
export type Loss = Static<typeof Loss>

const BinPreview = closed({
  count: Type.Integer(),
  exact: Type.Boolean({ description: 'False when there are more than were counted.' }),
  rows: Type.Array(
    closed({
      form: Key,
      id: Id,
      title: Type.String(),
      refusal: Nullable(BulkRefusal),
      warnings: Type.Array(RecordWarning),
      along: Type.Integer({ description: 'Records that come back with it.' }),
      relations: Type.Integer({ description: 'Relations of other records that lead to it again.' }),
    }),
  ),
})
export type BinPreview = Static<typeof BinPreview>

const body = closed({ selection: BinSelection })

/** What was deleted, over all forms: taken back, or deleted for good. */
export const binRoutes = {
  listBin: route({
    method: 'POST',
    path: base,
    auth: 'member',
    summary: 'Deleted records of every form that the caller may take back, those deleted last first',
    params: WorkspaceParams,
    body: closed({ filter: BinFilter, after: Type.Optional(Type.String({ maxLength: 100 })) }),
    answer: closed({
      rows: Type.Array(BinRow),
      next: Nullable(Type.String({ description: 'Cursor of the next page.' })),
      keepDays: Days,
    }),
  }),
  previewRestore: route({
    method: 'POST',
    path: `${base}/preview`,
    auth: 'member',
    summary: 'What would come back, tried on the first records',
    params: WorkspaceParams,
    body,
    answer: BinPreview,
  }),
  measureLoss: route({
    method: 'POST',
    path: `${base}/loss`,
    auth: 'member',
    summary: 'What would be lost if records were deleted for good',
    params: WorkspaceParams,
    body,
    answer: Loss,
  }),
  restoreMany: route({
    method: 'POST',
    path: `${base}/restore`,
    auth: 'member',
    summary: 'Take records of any forms back, as a change of many',
    params: WorkspaceParams,
    body,
    status: 201,
    answer: BulkJob,
  }),
  purgeMany: route({
    method: 'POST',
    path: `${base}/purge`,
    auth: 'member',
    summary: 'Delete records for good, with everything that belongs to them',
    params: WorkspaceParams,
    body: closed({
      selection: BinSelection,
      expected: Type.Integer({
        minimum: 1,
        description: 'How many were shown to be meant; else it is refused.',
      }),
    }),
    status: 201,
    answer: BulkJob,
  }),
  setBinKeeping: route({
    method: 'PUT',
    path: `${base}/keeping`,
    auth: 'member',
    summary: 'Say for how many days deleted records are kept; for administrators',
    params: WorkspaceParams,
    body: closed({ days: Days }),
    answer: closed({ days: Days }),
  }),
}
