import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { FormParams, RecordParams, Values, closed } from '../shapes.ts'
import { ImportColumn, ImportProblem } from './import-shapes.ts'

/** A table as it lies in a file, with the columns of line items that its columns may fill. */
export const ItemsTable = closed({
  header: Type.Array(Type.String()),
  rows: Type.Array(Type.Array(Type.String()), { description: 'At most 5,000.' }),
  more: Type.Boolean({ description: 'The file has more rows.' }),
  mapping: Type.Array(ImportColumn, { description: 'Suggested by names and cells.' }),
})
export type ItemsTable = Static<typeof ItemsTable>

/** Text of cells, to be read as values of columns. */
export const ItemsText = closed({
  mapping: Type.Array(ImportColumn, { maxItems: 200 }),
  rows: Type.Array(Type.Array(Type.String({ maxLength: 100_000 }), { maxItems: 200 }), { maxItems: 5000 }),
})
export type ItemsText = Static<typeof ItemsText>

export const ReadItems = closed({
  rows: Type.Array(Values),
  problems: Type.Array(ImportProblem, { description: '`row` counts the rows sent, from 1.' }),
  titles: Type.Record(Type.String(), Type.String(), {
    description: 'Titles of the records and members found.',
  }),
})
export type ReadItems = Static<typeof ReadItems>

const base = '/api/w/:workspace/forms/:form'
/** Line items of a form, or of its rows by both keys ("items.parts"). */
const Rows = Type.String({ pattern: '^[a-z][a-z0-9_]{0,47}(\\.[a-z][a-z0-9_]{0,47})?$' })
const TableParams = closed({ ...FormParams.properties, lineItems: Rows })

export const itemRoutes = {
  readItemsFile: route({
    method: 'POST',
    path: `${base}/line-items/:lineItems/file`,
    auth: 'member',
    bodyKind: 'multipart',
    summary: 'Read a CSV or XLSX file for line items; keeps nothing',
    params: TableParams,
    answer: ItemsTable,
  }),
  readItems: route({
    method: 'POST',
    path: `${base}/line-items/:lineItems/read`,
    auth: 'member',
    summary:
      'Read text as rows of line items: amounts and dates as people write them, records and members by name; keeps nothing',
    params: TableParams,
    body: ItemsText,
    answer: ReadItems,
  }),
  exportItems: route({
    method: 'POST',
    path: `${base}/records/:id/line-items/:lineItems/export`,
    auth: 'member',
    summary:
      'The line items of one record as a CSV or XLSX file; rows inside rows begin with the number of the row they stand in',
    answerKind: 'file',
    params: closed({ ...RecordParams.properties, lineItems: Rows }),
    body: closed({ format: Type.Union([Type.Literal('csv'), Type.Literal('xlsx')]) }),
  }),
}
