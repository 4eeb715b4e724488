import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { RecordAnswer } from './record-shapes.ts'
import { FormParams, WorkspaceParams, Id, Instant, ItemParams, Key, Path, Values, closed } from '../shapes.ts'

/** How a column of the file fills a field. */
export const ImportColumn = closed({
  column: Type.Integer({ minimum: 0 }),
  field: Type.Union([Path, Type.Null()], { description: 'null leaves the column out.' }),
  dateFormat: Type.Optional(Type.Union([Type.Literal('YMD'), Type.Literal('MDY'), Type.Literal('DMY')])),
  decimal: Type.Optional(Type.Union([Type.Literal('.'), Type.Literal(',')])),
  matchBy: Type.Optional(Key),
  separator: Type.Optional(
    Type.Union([Type.Literal(';'), Type.Literal(','), Type.Literal('|'), Type.Literal('line')], {
      description: 'What stands between the names of several files; a semicolon when left out.',
    }),
  ),
  makes: Type.Optional(
    Type.Array(
      closed({
        text: Type.String({ maxLength: 1000 }),
        form: Key,
        record: Type.Optional(
          Type.String({ maxLength: 36, description: 'The id it will have; given by the server.' }),
        ),
      }),
      {
        maxItems: 1000,
        description:
          'Names that no record has and under which one is made, with the rows and only with them.',
      },
    ),
  ),
  picks: Type.Optional(
    Type.Array(
      closed({
        text: Type.String({ maxLength: 1000 }),
        record: Type.String({
          maxLength: 100,
          description:
            'Id of the record; with its form before it, as `account:0193…`, where it may be one of several forms.',
        }),
      }),
      {
        maxItems: 1000,
        description: 'Which record, member or department is meant by names that several have.',
      },
    ),
  ),
})
export type ImportColumn = Static<typeof ImportColumn>

/** Whether rows make records or change those they name. */
export const ImportWrites = closed({
  mode: Type.Union([Type.Literal('create'), Type.Literal('update'), Type.Literal('both')]),
  by: Type.Array(Key, { maxItems: 3, description: 'Fields that together tell which record a row means.' }),
  empty: Type.Union([Type.Literal('keep'), Type.Literal('clear')], {
    description: 'What an empty cell does to a record that is there.',
  }),
})
export type ImportWrites = Static<typeof ImportWrites>

export const ImportProblem = closed({
  row: Type.Integer({ description: 'Line of the file as a spreadsheet counts it.' }),
  column: Type.Union([Type.String(), Type.Null()]),
  field: Type.Union([Path, Type.Null()]),
  value: Type.Union([Type.String(), Type.Null()]),
  code: Type.String(),
  message: Type.String(),
})
export type ImportProblem = Static<typeof ImportProblem>

const firstHundred = { description: 'The first 100.' }

const ImportFiles = closed({
  name: Type.String({ description: 'Of the zip.' }),
  count: Type.Integer(),
  refusedCount: Type.Integer(),
  refused: Type.Array(closed({ path: Type.String(), message: Type.String() }), firstHundred),
  unusedCount: Type.Integer({ description: 'Files that no row names; 0 before a check.' }),
  unused: Type.Array(Type.String(), firstHundred),
})

export const Import = closed({
  id: Id,
  form: Key,
  fileName: Type.String(),
  state: Type.Union([
    Type.Literal('uploaded'),
    Type.Literal('checking'),
    Type.Literal('checked'),
    Type.Literal('importing'),
    Type.Literal('done'),
    Type.Literal('failed'),
    Type.Literal('cancelled'),
  ]),
  rows: Type.Integer(),
  done: Type.Integer(),
  bad: Type.Integer(),
  refused: Type.Integer({
    description: 'Rows that were good when they were checked and were refused when they were to come in.',
  }),
  warned: Type.Integer({
    description: 'Rows that come in and of which rules want something to be minded.',
  }),
  columns: Type.Array(
    closed({ column: Type.Integer(), name: Type.String(), samples: Type.Array(Type.String()) }),
  ),
  mapping: Type.Array(ImportColumn),
  writes: ImportWrites,
  changed: Type.Integer({ description: 'Good rows that change a record that is there.' }),
  same: Type.Integer({ description: 'Of these, rows that say what the record holds already.' }),
  skipBad: Type.Boolean(),
  tell: Type.Boolean({ description: 'Members are told of what it does.' }),
  files: Type.Union([ImportFiles, Type.Null()], { description: 'Files that came with the table.' }),
  preview: Type.Array(
    closed({
      row: Type.Integer(),
      values: Values,
      record: Type.Union([closed({ id: Id, title: Type.String() }), Type.Null()], {
        description: 'The record that is changed; null where one is made.',
      }),
      was: Type.Union([Values, Type.Null()], {
        description: 'What the record holds now in the fields that change.',
      }),
    }),
  ),
  titles: Type.Optional(
    Type.Record(Type.String(), Type.String(), {
      description: 'Titles of records and members in the preview.',
    }),
  ),
  problems: Type.Array(ImportProblem, { description: 'The first 1,000.' }),
  warnings: Type.Array(ImportProblem, {
    description: 'What rules want to be minded: after a check and again after the import. The first 1,000.',
  }),
  error: Type.Union([Type.String(), Type.Null()]),
  change: Type.Union([Id, Type.Null()], {
    description: 'The change to undo in order to take the import back.',
  }),
})
export type Import = Static<typeof Import>

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
      imports: Type.Array(closed({ id: Id, fileName: Type.String(), rows: Type.Integer(), at: Instant })),
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
