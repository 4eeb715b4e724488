import type { JsonValue } from '@pipewright/contract'
import { isWritable, localize, type Locale } from '@pipewright/metadata'
import type { Field, LineItemsField } from '@pipewright/schemas'
import { isEmptyValue } from '../../form/engine/is-empty-value.ts'
import type { Translate } from '../../texts/use-texts.ts'

type Row = Readonly<Record<string, JsonValue>>

/** How rows are told. */
export interface Telling {
  readonly locale: Locale
  readonly t: Translate
  readonly format: (field: Field, value: JsonValue | undefined) => string
}

/** So many changes are told one by one. */
const mostLines = 12

export const rowsOf = (value: JsonValue | undefined): readonly Row[] =>
  Array.isArray(value) ? value.filter((row): row is Row => typeof row === 'object' && row !== null) : []

export const isTold = (field: Field): boolean => isWritable(field) && field.type !== 'lineItems'

/** "Items 2 (Pump)": the table, the place of the row, and what its first filled column says. */
export function rowName({ locale, format }: Telling, table: LineItemsField, row: Row, at: number): string {
  const naming = table.fields.find((field) => isTold(field) && !isEmptyValue(row[field.key]))
  const name = naming === undefined ? '' : format(naming, row[naming.key]).slice(0, 40)
  const place = `${localize(table.label, locale)} ${at + 1}`
  if (name === '') return place
  return locale === 'zh' ? `${place}（${name}）` : `${place} (${name})`
}

function changedCells(telling: Telling, table: LineItemsField, old: Row, now: Row): string[] {
  const { locale, format, t } = telling
  return table.fields.flatMap((field): string[] => {
    const [before, after] = [old[field.key] ?? null, now[field.key] ?? null]
    if (field.type === 'lineItems') return tellRows(telling, field, before, after)
    if (!isTold(field) || JSON.stringify(before) === JSON.stringify(after)) return []
    const say = (value: JsonValue) => (isEmptyValue(value) ? t('value.empty') : format(field, value))
    return [`${localize(field.label, locale)}: ${say(before)} → ${say(after)}`]
  })
}

function tellRows(
  telling: Telling,
  table: LineItemsField,
  old: JsonValue | undefined,
  now: JsonValue | undefined,
): string[] {
  const [had, has] = [rowsOf(old), rowsOf(now)]
  const before = new Map(had.map((row) => [row['id'], row]))
  const left = new Set(has.map((row) => row['id']))
  const changed = has.flatMap((row, at) => {
    const was = before.get(row['id'] ?? null)
    const name = rowName(telling, table, row, at)
    if (was === undefined) return [`${name}: ${telling.t('record.rowAdded')}`]
    return changedCells(telling, table, was, row).map((line) => `${name} › ${line}`)
  })
  const removed = had.flatMap((row, at) =>
    left.has(row['id'] ?? null)
      ? []
      : [`${rowName(telling, table, row, at)}: ${telling.t('record.rowRemoved')}`],
  )
  return [...changed, ...removed]
}

/** What changed in line items, row by row, and in the rows inside them; of many changes the first ones. */
export function rowLines(
  telling: Telling,
  table: LineItemsField,
  old: JsonValue | undefined,
  now: JsonValue | undefined,
): readonly string[] {
  const lines = tellRows(telling, table, old, now)
  const more = lines.length - mostLines
  return more <= 0 ? lines : [...lines.slice(0, mostLines), telling.t('record.moreRows', { count: more })]
}
