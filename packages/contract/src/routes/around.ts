import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { Id, Instant, Key, RecordParams, closed } from '../shapes.ts'
import { FileInfo } from './files.ts'
import { Nullable } from './record-shapes.ts'

export const RecordFile = closed({
  ...FileInfo.properties,
  form: Key,
  record: Id,
  recordTitle: Type.String(),
  field: Type.String({ description: 'Field or column of line items; "$comment…" for files of comments.' }),
  uploadedBy: Nullable(Id),
  uploadedAt: Instant,
})
export type RecordFile = Static<typeof RecordFile>

export const aroundRoutes = {
  listRecordFiles: route({
    method: 'GET',
    path: '/api/w/:workspace/forms/:form/records/:id/files',
    auth: 'member',
    summary: 'What is attached to a record, and to those in its related lists, newest first',
    params: RecordParams,
    query: closed({
      related: Type.Optional(Type.Literal('true')),
      after: Type.Optional(Type.String({ maxLength: 100, description: 'Cursor of the page before.' })),
    }),
    answer: closed({ files: Type.Array(RecordFile), next: Nullable(Type.String()) }),
  }),
}
