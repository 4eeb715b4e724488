import type { FieldValue, Row } from '@pipewright/compiler'
import type { Field, Form, LineItemsField } from '@pipewright/schemas'
import { cellValue, type SampleIds } from './cell-value.ts'
import { fillPlaceholder, type SampleMoment } from './placeholders.ts'
import type { SampleFiles, SampleRow } from './read-sample.ts'

/** A record of a sample, ready to be made. */
export interface SampleRecord {
  readonly id: string
  readonly owner: string
  readonly createdAt: string
  readonly values: Readonly<Record<string, FieldValue>>
}

export interface SampleContext {
  readonly files: SampleFiles
  readonly ids: SampleIds
  readonly moment: SampleMoment
}

const aboutRecord = new Set(['id', 'owner', 'created', 'parent'])

function valuesOf(
  fields: readonly Field[],
  row: SampleRow,
  own: ReadonlySet<string>,
  context: SampleContext,
): Record<string, FieldValue> {
  const byKey = new Map(fields.map((field) => [field.key, field]))
  const values: Record<string, FieldValue> = {}
  for (const [key, cell] of Object.entries(row)) {
    if (own.has(key)) continue
    const field = byKey.get(key)
    if (field === undefined) throw new Error(`The sample has a column ${key} that is no field`)
    if (cell !== '') values[key] = cellValue(field, cell, context.ids, context.moment)
  }
  return values
}

const rowColumns = new Set(['parent'])

/** Rows of line items by the name of their record. */
function rowsByRecord(form: Form, field: LineItemsField, context: SampleContext): Map<string, Row[]> {
  const groups = Map.groupBy(context.files.get(`${form.key}.${field.key}`) ?? [], ({ parent = '' }) => parent)
  return new Map(
    [...groups].map(([parent, rows]) => [
      parent,
      rows.map((row) => valuesOf(field.fields, row, rowColumns, context) as Row),
    ]),
  )
}

/** `parent` is also a good name for a field; it says whose row a row is only in files of line items. */
const ownColumns = (form: Form) =>
  new Set(
    [...aboutRecord].filter(
      (column) => column !== 'parent' || !form.fields.some(({ key }) => key === 'parent'),
    ),
  )

/** The records of a form in the order in which they came to be. */
export function sampleRecords(form: Form, context: SampleContext): SampleRecord[] {
  const { files, ids, moment } = context
  const own = ownColumns(form)
  const lists = form.fields
    .filter((field) => field.type === 'lineItems')
    .map((field) => [field.key, rowsByRecord(form, field, context)] as const)
  const records = (files.get(form.key) ?? []).map((row) => {
    const { id = '', owner = '', created = '' } = row
    const items = lists.flatMap(([key, rows]) => (rows.has(id) ? [[key, rows.get(id) ?? []] as const] : []))
    return {
      id: ids.record(form.key, id),
      owner: ids.member(owner),
      createdAt: fillPlaceholder(created, moment),
      values: { ...valuesOf(form.fields, row, own, context), ...Object.fromEntries(items) },
    }
  })
  return records.toSorted((one, other) => one.createdAt.localeCompare(other.createdAt))
}
