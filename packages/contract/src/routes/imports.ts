import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { FormParams, Id, Instant, ItemParams, Key, Path, WorkspaceParams, closed } from '../shapes.ts'
import { Import, ImportColumn, ImportDecisions, ImportEncoding, ImportWrites } from './import-shapes.ts'
import { RecordAnswer } from './record-shapes.ts'

/** A name in a column that no record has, or several. */
const UnclearName = closed({
  column: Type.Integer({ minimum: 0 }),
  field: Path,
  text: Type.String({ description: 'As it stands in the file.' }),
  title: Type.String({ description: 'Without the name of a form before it.' }),
  rows: Type.Integer({ description: 'How many rows have it.' }),
  forms: Type.Array(Key, { description: 'Forms in which a missing record can be made under this title.' }),
  records: Type.Array(closed({ form: Key, record: RecordAnswer }), {
    description: 'What it may mean, as far as the caller may see; empty where there is no such record.',
  }),
  people: Type.Array(
    closed({
      id: Id,
      name: Type.String(),
      email: Type.Union([Type.String(), Type.Null()], {
        description: 'Only told to those who manage members.',
      }),
      department: Type.Union([Id, Type.Null()], {
        description: 'Where a member belongs; of a department, the one around it.',
      }),
    }),
    { description: 'Members or departments that it may mean.' },
  ),
})
export type UnclearName = Static<typeof UnclearName>

/** The first rows of a table, as text: what a form can be made from. */
export const TableSheet = closed({
  header: Type.Array(Type.String()),
  rows: Type.Array(Type.Array(Type.String()), { description: 'At most the first 10,000.' }),
  more: Type.Boolean({ description: 'The file has more rows.' }),
})
export type TableSheet = Static<typeof TableSheet>

const encoding = Type.Optional({
  ...ImportEncoding,
  description:
    'In which encoding the text of the file is read; found by its bytes when absent. A workbook has none.',
})

export const importRoutes = {
  readTable: route({
    method: 'POST',
    path: '/api/w/:workspace/tables',
    auth: 'member',
    bodyKind: 'multipart',
    summary: 'Read a CSV or XLSX file, to make a form from it; keeps nothing',
    params: WorkspaceParams,
    answer: TableSheet,
  }),
  createImport: route({
    method: 'POST',
    path: '/api/w/:workspace/forms/:form/imports',
    auth: 'member',
    bodyKind: 'multipart',
    status: 201,
    summary:
      'Upload a CSV or XLSX file, or a zip that holds one beside files to attach; answers its columns and a suggested mapping',
    params: FormParams,
    query: closed({
      fields: Type.Optional(
        Type.String({
          maxLength: 100_000,
          description:
            'Which field each column fills, by keys with commas between them: "name,,city" leaves the second column out. Found by the names of the columns when absent.',
        }),
      ),
      encoding,
    }),
    answer: Import,
  }),
  addImportFiles: route({
    method: 'POST',
    path: '/api/w/:workspace/imports/:id/files',
    auth: 'member',
    bodyKind: 'multipart',
    summary:
      'Upload a zip with the files that rows name in columns for attachments; one before it is dropped',
    params: ItemParams,
    answer: Import,
  }),
  readImportAgain: route({
    method: 'POST',
    path: '/api/w/:workspace/imports/:id/file',
    auth: 'member',
    bodyKind: 'multipart',
    summary:
      'Upload the same file again to read it in another encoding, before it is checked: its rows and columns take the place of those before, files beside it stay',
    params: ItemParams,
    query: closed({ encoding }),
    answer: Import,
  }),
  checkImport: route({
    method: 'POST',
    path: '/api/w/:workspace/imports/:id/check',
    auth: 'member',
    status: 202,
    summary: 'Check every row with this mapping; writes nothing',
    params: ItemParams,
    body: closed({
      mapping: Type.Array(ImportColumn, { maxItems: 2000 }),
      writes: Type.Optional(ImportWrites),
      decisions: Type.Optional(ImportDecisions),
    }),
    answer: Import,
  }),
  commitImport: route({
    method: 'POST',
    path: '/api/w/:workspace/imports/:id/commit',
    auth: 'member',
    status: 202,
    summary:
      'Import the checked rows: all of them, or all good ones. An import that stopped midway goes on with the good ones',
    params: ItemParams,
    body: closed({
      skipBad: Type.Boolean(),
      tell: Type.Optional(
        Type.Boolean({
          description:
            'Tell members of records they are given and of changes of records they follow; left out: nobody is told.',
        }),
      ),
    }),
    answer: Import,
  }),
  getImport: route({
    method: 'GET',
    path: '/api/w/:workspace/imports/:id',
    auth: 'member',
    summary: 'State and progress',
    params: ItemParams,
    answer: Import,
  }),
  listImports: route({
    method: 'GET',
    path: '/api/w/:workspace/forms/:form/imports',
    auth: 'member',
    summary: 'My imports into a form of the last 30 days, newest first: up to 50',
    params: FormParams,
    answer: closed({
      imports: Type.Array(
        closed({
          id: Id,
          fileName: Type.String(),
          rows: Type.Integer({
            description: 'How many rows, or records where these have line items, came in.',
          }),
          lines: Import.properties.lines,
          at: Instant,
        }),
      ),
    }),
  }),
  listUnclearNames: route({
    method: 'GET',
    path: '/api/w/:workspace/imports/:id/names',
    auth: 'member',
    summary: 'Names that no record has, or several, with the records to choose between: the first 100',
    params: ItemParams,
    answer: closed({ names: Type.Array(UnclearName) }),
  }),
  exportImportNotes: route({
    method: 'POST',
    path: '/api/w/:workspace/imports/:id/notes',
    auth: 'member',
    summary: 'Everything that is wrong or to be minded, row by row, as a CSV or XLSX file',
    answerKind: 'file',
    params: ItemParams,
    body: closed({ format: Type.Union([Type.Literal('csv'), Type.Literal('xlsx')]) }),
  }),
  exportRefusedRows: route({
    method: 'POST',
    path: '/api/w/:workspace/imports/:id/refused',
    auth: 'member',
    summary:
      'The rows that stay out as they stand in the file, of a record with lines all of them, with the reason in front: corrected, they can be imported as they are',
    answerKind: 'file',
    params: ItemParams,
    body: closed({ format: Type.Union([Type.Literal('csv'), Type.Literal('xlsx')]) }),
  }),
  cancelImport: route({
    method: 'POST',
    path: '/api/w/:workspace/imports/:id/cancel',
    auth: 'member',
    summary: 'Stop and drop it; rows that came in stay until they are undone',
    params: ItemParams,
    body: closed({}),
    answer: Import,
  }),
}
