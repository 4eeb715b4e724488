import { Type } from 'typebox'
import { route } from '../route.ts'
import {
  Board,
  BoardQuery,
  ConversionPreview,
  HistoryEvent,
  Nullable,
  Page,
  Query,
  RecordAnswer,
  RecordWarning,
  SearchGroups,
  Tick,
} from './record-shapes.ts'
import {
  Condition,
  FormParams,
  Id,
  Key,
  RecordParams,
  ShownValues,
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
    summary: 'How many records there are: exact up to 10,000, about how many above',
    params: FormParams,
    body: closed({
      filter: Type.Optional(Condition),
      search: Type.Optional(Type.String({ maxLength: 200 })),
      deleted: Type.Optional(Type.Boolean()),
    }),
    answer: closed({
      count: Type.Integer(),
      exact: Type.Boolean({ description: 'False for a rounded figure: about so many.' }),
    }),
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
  suggestTags: route({
    method: 'GET',
    path: `${base}/tags/:field`,
    auth: 'member',
    summary: 'Tags in use among the records the caller may see',
    params: closed({ ...FormParams.properties, field: Type.String({ maxLength: 100 }) }),
    query: closed({ q: Type.Optional(Type.String({ maxLength: 100 })) }),
    answer: closed({ tags: Type.Array(Type.String()) }),
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
    body: closed({ values: Values, from: Type.Optional(closed({ form: Key, id: Id })) }),
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
    summary: 'Change or delete many records, or press a button for them; each is checked by itself',
    params: FormParams,
    body: closed({
      records: Type.Array(closed({ id: Id, version: Type.Integer() }), { minItems: 1, maxItems: 1000 }),
      action: Type.Union([
        closed({ type: Type.Literal('update'), values: Values, owner: Type.Optional(Id) }),
        closed({ type: Type.Literal('delete') }),
        closed({ type: Type.Literal('button'), button: Key }),
      ]),
    }),
    answer: closed({
      done: Type.Array(Id),
      refused: Type.Array(closed({ id: Id, code: Type.String(), message: Type.String() })),
      warnings: Type.Array(RecordWarning, {
        description: 'What rules want to be minded about the records that were changed.',
      }),
    }),
  }),
  getHistory: route({
    method: 'GET',
    path: `${base}/records/:id/history`,
    auth: 'member',
    summary: 'Changes of a record, or of one of its fields, newest first',
    params: RecordParams,
    query: closed({
      after: Type.Optional(Type.String({ maxLength: 200 })),
      field: Type.Optional(Key),
    }),
    answer: closed({
      events: Type.Array(HistoryEvent),
      titles: Type.Record(Type.String(), Type.String()),
      next: Nullable(Type.String()),
    }),
  }),
  getChecklist: route({
    method: 'GET',
    path: `${base}/records/:id/checklist`,
    auth: 'member',
    summary: 'What was ticked on the checklists of the stages',
    params: RecordParams,
    answer: closed({ ticks: Type.Array(Tick) }),
  }),
  setTick: route({
    method: 'POST',
    path: `${base}/records/:id/checklist`,
    auth: 'member',
    summary: 'Tick an item of a stage, or take the tick back',
    params: RecordParams,
    body: closed({ stage: Key, item: Key, done: Type.Boolean() }),
    answer: closed({ ticks: Type.Array(Tick) }),
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
      warnings: Type.Array(RecordWarning, {
        description: 'What rules want to be minded about the records that were made.',
      }),
    }),
  }),
  listButtons: route({
    method: 'GET',
    path: `${base}/records/:id/buttons`,
    auth: 'member',
    summary: 'The buttons that can be pressed for a record as it is now',
    params: RecordParams,
    answer: closed({ buttons: Type.Array(Key) }),
  }),
  pressButton: route({
    method: 'POST',
    path: `${base}/records/:id/buttons/:button`,
    auth: 'member',
    summary: 'Do what a button of the form does',
    params: closed({ ...RecordParams.properties, button: Key }),
    body: closed({ version }),
    answer: closed({
      record: RecordAnswer,
      effects: Type.Array(
        Type.Union([
          closed({ type: Type.Literal('create'), form: Key, values: ShownValues }),
          closed({ type: Type.Literal('open'), url: Type.String() }),
          closed({ type: Type.Literal('show'), form: Key, id: Id }),
        ]),
        { description: 'What is left to do where it was pressed, in order.' },
      ),
      warnings: Type.Array(RecordWarning, {
        description: 'What rules want to be minded about the records that were changed or made.',
      }),
    }),
  }),
  searchAll: route({
    method: 'GET',
    path: '/api/w/:workspace/search',
    auth: 'member',
    summary: 'Search over every form',
    params: WorkspaceParams,
    query: closed({ q: Type.String({ maxLength: 200 }) }),
    answer: SearchGroups,
  }),
  searchTargets: route({
    method: 'POST',
    path: '/api/w/:workspace/search',
    auth: 'member',
    summary: 'Search in several forms at once, as a relation to any of them does',
    params: WorkspaceParams,
    body: closed({
      targets: Type.Array(closed({ form: Key, filter: Type.Optional(Condition) }), {
        minItems: 1,
        maxItems: 12,
        description: 'The forms, in the order of the answer; those the caller may not read are passed over.',
      }),
      search: Type.Optional(
        Type.String({ maxLength: 200, description: 'Left out: the records changed last.' }),
      ),
      limit: Type.Integer({ minimum: 1, maximum: 30, description: 'Records of each form.' }),
    }),
    answer: SearchGroups,
  }),
}
