import { Type } from 'typebox'
import { route } from '../route.ts'
import {
  Board,
  BoardQuery,
  ConversionPreview,
  HistoryEvent,
  Match,
  Nullable,
  Page,
  Query,
  RecordAnswer,
} from './record-shapes.ts'
import {
  Condition,
  FormParams,
  Id,
  Key,
  Path,
  RecordParams,
  SortKey,
  Values,
  WorkspaceParams,
  closed,
} from '../shapes.ts'

const version = Type.Optional(
  Type.Unsafe<number>({ description: 'Version the caller saw; missing is 428, stale is 409.' }),
)
const conversionParams = closed({ ...RecordParams.properties, conversion: Key })
const base = '/api/w/:workspace/forms/:form'

export const recordRoutes = {
  queryRecords: route({
    method: 'POST',
    path: `${base}/query`,
    auth: 'member',
    summary: 'One page of records',
    params: FormParams,
    body: Query,
    answer: Page,
  }),
  countRecords: route({
    method: 'POST',
    path: `${base}/count`,
    auth: 'member',
    summary: 'How many records there are: exact up to 10,000',
    params: FormParams,
    body: closed({
      filter: Type.Optional(Condition),
      search: Type.Optional(Type.String({ maxLength: 200 })),
      deleted: Type.Optional(Type.Boolean()),
    }),
    answer: closed({ count: Type.Integer(), exact: Type.Boolean() }),
  }),
  getBoard: route({
    method: 'POST',
    path: `${base}/board`,
    auth: 'member',
    summary: 'Records by the options of a field',
    params: FormParams,
    body: BoardQuery,
    answer: Board,
  }),
  getRecordSchema: route({
    method: 'GET',
    path: `${base}/schema.json`,
    auth: 'member',
    summary: 'JSON Schema of what may be written',
    params: FormParams,
    answer: Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true }),
  }),
  createRecord: route({
    method: 'POST',
    path: `${base}/records`,
    auth: 'member',
    summary: 'Make a record; an Idempotency-Key header makes repeats safe',
    params: FormParams,
    body: closed({ values: Values }),
    status: 201,
    answer: RecordAnswer,
  }),
  getRecord: route({
    method: 'GET',
    path: `${base}/records/:id`,
    auth: 'member',
    summary: 'One record',
    params: RecordParams,
    answer: RecordAnswer,
  }),
  updateRecord: route({
    method: 'PATCH',
    path: `${base}/records/:id`,
    auth: 'member',
    summary: 'Change fields of a record',
    params: RecordParams,
    body: closed({ version, values: Values, owner: Type.Optional(Id) }),
    answer: RecordAnswer,
  }),
  deleteRecord: route({
    method: 'DELETE',
    path: `${base}/records/:id`,
    auth: 'member',
    summary: 'Move a record to the recycle bin',
    params: RecordParams,
    query: closed({ version: Type.Optional(Type.String()) }),
    status: 204,
  }),
  restoreRecord: route({
    method: 'POST',
    path: `${base}/records/:id/restore`,
    auth: 'member',
    summary: 'Take a record out of the recycle bin',
    params: RecordParams,
    body: closed({ version }),
    answer: RecordAnswer,
  }),
  bulkRecords: route({
    method: 'POST',
    path: `${base}/bulk`,
    auth: 'member',
    summary: 'Change or delete many records; each is checked by itself',
    params: FormParams,
    body: closed({
      records: Type.Array(closed({ id: Id, version: Type.Integer() }), { minItems: 1, maxItems: 1000 }),
      action: Type.Union([
        closed({ type: Type.Literal('update'), values: Values, owner: Type.Optional(Id) }),
        closed({ type: Type.Literal('delete') }),
      ]),
    }),
    answer: closed({
      done: Type.Array(Id),
      refused: Type.Array(closed({ id: Id, code: Type.String(), message: Type.String() })),
    }),
  }),
  getHistory: route({
    method: 'GET',
    path: `${base}/records/:id/history`,
    auth: 'member',
    summary: 'Changes of a record, newest first',
    params: RecordParams,
    query: closed({ after: Type.Optional(Type.String({ maxLength: 200 })) }),
    answer: closed({
      events: Type.Array(HistoryEvent),
      titles: Type.Record(Type.String(), Type.String()),
      next: Nullable(Type.String()),
    }),
  }),
  findMatches: route({
    method: 'POST',
    path: `${base}/matches`,
    auth: 'member',
    summary: 'Possible duplicates of what is being typed',
    params: FormParams,
    body: closed({ values: Values, except: Type.Optional(Id) }),
    answer: closed({ matches: Type.Array(Match) }),
  }),
  previewConversion: route({
    method: 'GET',
    path: `${base}/records/:id/conversions/:conversion`,
    auth: 'member',
    summary: 'What a conversion would make',
    params: conversionParams,
    answer: ConversionPreview,
  }),
  convertRecord: route({
    method: 'POST',
    path: `${base}/records/:id/conversions/:conversion`,
    auth: 'member',
    summary: 'Convert a record',
    params: conversionParams,
    body: closed({
      version,
      use: Type.Optional(
        Type.Record(Type.String(), Id, {
          description: 'Step → existing record to take instead of making one.',
        }),
      ),
      values: Type.Optional(
        Type.Record(Type.String(), Values, {
          description: 'Step → values that replace the calculated ones.',
        }),
      ),
    }),
    answer: closed({
      created: Type.Record(Type.String(), Type.Array(Id)),
      open: Nullable(closed({ form: Key, id: Id })),
      record: RecordAnswer,
    }),
  }),
  exportRecords: route({
    method: 'POST',
    path: `${base}/export`,
    auth: 'member',
    summary: 'Records as a CSV or XLSX file',
    answerKind: 'file',
    params: FormParams,
    body: closed({
      format: Type.Union([Type.Literal('csv'), Type.Literal('xlsx')]),
      filter: Type.Optional(Condition),
      search: Type.Optional(Type.String({ maxLength: 200 })),
      sort: Type.Optional(Type.Array(SortKey, { maxItems: 5 })),
      columns: Type.Array(Path, { minItems: 1, maxItems: 200 }),
    }),
  }),
  searchAll: route({
    method: 'GET',
    path: '/api/w/:workspace/search',
    auth: 'member',
    summary: 'Search over every form',
    params: WorkspaceParams,
    query: closed({ q: Type.String({ maxLength: 200 }) }),
    answer: closed({
      groups: Type.Array(closed({ form: Key, hits: Type.Array(closed({ id: Id, title: Type.String() })) })),
    }),
  }),
}
