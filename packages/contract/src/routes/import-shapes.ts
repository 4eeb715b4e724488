import { Type, type Static } from 'typebox'
import { Id, Key, Path, Values, closed } from '../shapes.ts'

/** How a column of the file fills a field. */
export const ImportColumn = closed({
  column: Type.Integer({ minimum: 0 }),
  field: Type.Union([Path, Type.Null()], {
    description:
      'null leaves the column out; `items.product` fills a field of line items, `items.position` says which of them it is.',
  }),
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

/** What becomes of a row that probably is there already. */
const Fate = Type.Union([Type.Literal('import'), Type.Literal('leave'), Type.Literal('update')])
const Ask = Type.Literal('ask')

/** What becomes of rows that look like a record, or like an earlier row, by the rules of the form. */
export const ImportAlike = closed({
  there: Type.Union([Ask, ...Fate.anyOf], {
    description:
      'Of a row that probably is a record already there: it is asked row by row, it comes in all the same, it stays out, or it changes that record where it is sure which one.',
  }),
  twice: Type.Union([Ask, Fate.anyOf[0], Fate.anyOf[1]], {
    description: 'The same of a row that probably repeats an earlier row of the file.',
  }),
})
export type ImportAlike = Static<typeof ImportAlike>

/** What was decided of single rows that look alike. */
export const ImportDecisions = closed({
  rows: Type.Array(
    closed({
      row: Type.Integer({ minimum: 1 }),
      fate: Fate,
      record: Type.Union([Id, Type.Null()], {
        description: 'The record it looked like then; when it looks like another one, it is asked again.',
      }),
    }),
    { maxItems: 10_000 },
  ),
  rest: Type.Optional(
    Type.Union([...Fate.anyOf], {
      description:
        'What becomes of all rows that were to be decided; `update` counts for those of which it is sure which record they are.',
    }),
  ),
})
export type ImportDecisions = Static<typeof ImportDecisions>

/** Why a row is thought to be there already. */
export const RowAlike = closed({
  record: Type.Union([closed({ id: Id, title: Type.String() }), Type.Null()], {
    description: 'The record it probably is, as far as the caller may see it.',
  }),
  more: Type.Boolean({ description: 'There are others it looks like, so that it is not sure which one.' }),
  fields: Type.Array(Key, { description: 'What looks the same.' }),
  twice: Type.Union([Type.Integer(), Type.Null()], { description: 'The earlier row that it repeats.' }),
  hidden: Type.Array(Type.String(), {
    description:
      'Owners of records that look the same and may not be seen, where the form says that this is told.',
  }),
  mayUpdate: Type.Boolean({ description: 'It is sure which record it is, and the caller may change it.' }),
  fate: Type.Union([Ask, ...Fate.anyOf], {
    description: 'What becomes of the row; `ask` until somebody decides.',
  }),
})
export type RowAlike = Static<typeof RowAlike>

/** Whether rows make records or change those they name. */
export const ImportWrites = closed({
  mode: Type.Union([Type.Literal('create'), Type.Literal('update'), Type.Literal('both')]),
  by: Type.Array(Key, { maxItems: 3, description: 'Fields that together tell which record a row means.' }),
  empty: Type.Union([Type.Literal('keep'), Type.Literal('clear')], {
    description: 'What an empty cell does to a record that is there.',
  }),
  alike: Type.Optional(ImportAlike),
  differing: Type.Optional(
    Type.Union([Type.Literal('refuse'), Type.Literal('first')], {
      description:
        'What becomes of a record whose further rows say something else of it than its first: it is refused, or the first row counts.',
    }),
  ),
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

/** Encodings that text can be read in, as `TextEncoding` names them. */
export const ImportEncoding = Type.Union([
  Type.Literal('utf-8'),
  Type.Literal('utf-16le'),
  Type.Literal('utf-16be'),
  Type.Literal('gb18030'),
  Type.Literal('big5'),
  Type.Literal('windows-1252'),
])

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
  readAs: Type.Union(
    [
      closed({
        encoding: ImportEncoding,
        chosen: Type.Boolean({ description: 'Somebody chose it; else it was found by the bytes.' }),
      }),
      Type.Null(),
    ],
    { description: 'How the text of the file was read; null of a workbook.' },
  ),
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
  records: Type.Integer({
    description: 'How many records the rows are: fewer than rows where these hold line items.',
  }),
  lines: Type.Integer({ description: 'How many line items these have; known after a check.' }),
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
  alike: Type.Integer({ description: 'Rows that probably are there already, where that was asked.' }),
  undecided: Type.Integer({
    description: 'Of these, good rows of which it has to be decided what becomes of them.',
  }),
  left: Type.Integer({ description: 'Of these, rows that stay out.' }),
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
      alike: Type.Union([RowAlike, Type.Null()], {
        description: 'Why the row is thought to be there already; null where nothing looks like it.',
      }),
    }),
  ),
  titles: Type.Optional(
    Type.Record(Type.String(), Type.String(), {
      description: 'Titles of records and members in the preview.',
    }),
  ),
  differing: Type.Array(closed({ column: Type.String(), records: Type.Integer(), rows: Type.Integer() }), {
    description:
      'Columns in which further rows of records say something else of them than the first, with how many records and rows do; known after a check.',
  }),
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
