import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import {
  Condition,
  FormParams,
  Id,
  Instant,
  ItemParams,
  Key,
  Path,
  SortKey,
  WorkspaceParams,
  closed,
} from '../shapes.ts'
import { Nullable } from './record-shapes.ts'

/** Which records, and what of them. */
const ExportRequest = closed({
  format: Type.Union([Type.Literal('csv'), Type.Literal('xlsx')]),
  filter: Type.Optional(Condition),
  search: Type.Optional(Type.String({ maxLength: 200 })),
  sort: Type.Optional(Type.Array(SortKey, { maxItems: 5 })),
  columns: Type.Array(Path, { minItems: 1, maxItems: 1000 }),
  ids: Type.Optional(Type.Array(Id, { maxItems: 10_000, description: 'These records alone.' })),
  except: Type.Optional(Type.Array(Id, { maxItems: 10_000 })),
  rowsOf: Type.Optional({
    ...Key,
    description:
      'Line items: each of their lines is a row of the file, with the id and the columns of its record repeated. A record without lines is one row.',
  }),
})

/** An export that is made in the background. */
export const Export = closed({
  id: Id,
  form: Key,
  fileName: Type.String(),
  state: Type.Union([
    Type.Literal('running'),
    Type.Literal('done'),
    Type.Literal('failed'),
    Type.Literal('cancelled'),
  ]),
  total: Nullable(
    Type.Integer({ description: 'How many records it will have; null until they are counted.' }),
  ),
  done: Type.Integer({ description: 'Records written so far.' }),
  bytes: Type.Integer({ description: 'How large the file is.' }),
  error: Nullable(Type.String({ description: 'Why it failed, or why its file is not given any more.' })),
  at: Instant,
  until: Nullable(Instant),
})
export type Export = Static<typeof Export>

export const exportRoutes = {
  exportRecords: route({
    method: 'POST',
    path: '/api/w/:workspace/forms/:form/export',
    auth: 'member',
    summary: 'Records as a CSV or XLSX file, sent as it is made',
    answerKind: 'file',
    params: FormParams,
    body: ExportRequest,
  }),
  startExport: route({
    method: 'POST',
    path: '/api/w/:workspace/forms/:form/exports',
    auth: 'member',
    summary:
      'Make a large file of records in the background; answers null where there are so few that they are sent at once',
    params: FormParams,
    body: ExportRequest,
    answer: closed({ export: Nullable(Export) }),
  }),
  listExports: route({
    method: 'GET',
    path: '/api/w/:workspace/exports',
    auth: 'member',
    summary: 'My exports of the last seven days, newest first',
    params: WorkspaceParams,
    answer: closed({ exports: Type.Array(Export) }),
  }),
  cancelExport: route({
    method: 'POST',
    path: '/api/w/:workspace/exports/:id/cancel',
    auth: 'member',
    summary: 'Stop making a file, or throw it away',
    params: ItemParams,
    body: closed({}),
    answer: closed({}),
  }),
  getExportFile: route({
    method: 'GET',
    path: '/api/w/:workspace/exports/:id/file',
    auth: 'member',
    answerKind: 'file',
    summary: 'Download the file of an export that is done, as long as my rights are those it was made with',
    params: ItemParams,
  }),
}
