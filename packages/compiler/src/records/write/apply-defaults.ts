import type { Expression } from '@pipewright/schemas'
import type { CompiledItems, CompiledPlace } from '../../app/compiled-form.ts'
import type { LineFill } from '../../app/fills.ts'
import { valueAt } from '../record-ref.ts'
import { pointerTo } from '../issue.ts'
import { sameValue, type RecordValues, type Row } from '../value.ts'
import { blank } from './blank.ts'
import { assigned } from './calculate.ts'
import { applyStart } from './apply-start.ts'
import type { CheckedInput } from './check-input.ts'
import { eachRow, seenFrom, type PlacedRow } from './each-row.ts'
import type { WriteRequest } from './prepare-write.ts'
import { isEmpty, type Draft, type WriteScene } from './write-scene.ts'

type Values = Readonly<Record<string, unknown>>

/** A record or row that is written: what was sent of it, and what it was before; null when it is new. */
interface Written {
  readonly place: CompiledPlace
  readonly given: Values
  readonly before: Values | null
  readonly data: Draft
  /** The same with what is around it, where it is a row. */
  readonly seen: () => Draft
}

/** What was sent of the rows, in the order of the draft; rows that were not sent are left out. */
function writtenRows(input: CheckedInput, rows: readonly PlacedRow[], record: Draft): Written[] {
  const sent = input.sentRows
  return rows.flatMap((row): Written[] => {
    const given = sent.get(pointerTo(...row.pointer))
    if (given === undefined) return []
    const { items, data, before } = row
    return [{ place: items, given, before: before ?? null, data, seen: () => seenFrom(record, row) }]
  })
}

function writtenPlaces(
  scene: WriteScene,
  input: CheckedInput,
  draft: Draft,
  old: RecordValues | null,
): Written[] {
  const record = { place: scene.form, given: input.values, before: old, data: draft, seen: () => draft }
  return [record, ...writtenRows(input, eachRow(scene.form, draft, old), draft)]
}

function fillDefaults(scene: WriteScene, { place, given, data, seen }: Written): void {
  for (const field of place.fields.values())
    if ('default' in field && field.default !== undefined && !Object.hasOwn(given, field.key))
      data[field.key] = assigned(scene, place, field, field.default, seen())
}

/** Defaults fill what was not sent of what is new; an explicit null stays empty. */
export function applyDefaults(
  scene: WriteScene,
  input: CheckedInput,
  draft: Draft,
  { old, start }: Pick<WriteRequest, 'old' | 'start'>,
): void {
  for (const written of writtenPlaces(scene, input, draft, old?.values ?? null)) {
    if (written.before !== null) continue
    if (written.place === scene.form) applyStart(scene, written.given, draft, start)
    else fillDefaults(scene, written)
  }
}

/** Whether another record is picked than before; undefined when none is. */
function isPickedAnew(relation: string, { data, before }: Written): boolean | undefined {
  const picked = valueAt(data, relation)
  if (isEmpty(picked)) return undefined
  return before === null || !sameValue(picked, valueAt(before, relation))
}

function fillFields(scene: WriteScene, written: Written): void {
  const { place, given, before, data } = written
  for (const { to, relation, from, lock } of [...place.fills.values()].flat()) {
    const field = place.fields.get(to)
    const anew = isPickedAnew(relation, written)
    if (field === undefined || anew === undefined) continue
    const isOpen = lock || !Object.hasOwn(given, to)
    if (anew && isOpen) data[to] = assigned(scene, place, field, { var: `${relation}.${from}` }, data)
    else if (lock && before !== null) data[to] = before[to] ?? null
  }
}

function filledRows(scene: WriteScene, { relation, from, to, columns }: LineFill, draft: Draft): Draft[] {
  const items = scene.form.items.find(({ field }) => field.key === to)
  if (items === undefined) return []
  const lists = columns.map((column) => draft[`${relation}.${from}.${column.from}`])
  const count = Math.max(0, ...lists.map((list) => (Array.isArray(list) ? list.length : 0)))
  return Array.from({ length: count }, (_, position) => {
    const cells = lists.map((list) => (Array.isArray(list) ? (list[position] as unknown) : null))
    return filledRow(scene, items, columns, cells, { record: draft, above: undefined })
  })
}

interface AroundRow {
  readonly record: Draft
  readonly above: Draft | undefined
}

/** A new row of the values of another, with the rows inside it. */
function filledRow(
  scene: WriteScene,
  items: CompiledItems,
  columns: LineFill['columns'],
  cells: readonly unknown[],
  { record, above }: AroundRow,
): Draft {
  const row = blank(items)
  const given: Record<string, unknown> = {}
  for (const [place, column] of columns.entries()) {
    const field = items.fields.get(column.to)
    const value = (cells[place] ?? null) as Expression
    if (field === undefined || value === null || column.columns !== undefined) continue
    given[column.to] = assigned(scene, items, field, value, row)
  }
  Object.assign(row, given)
  const seen = () => seenFrom(record, { data: row, above })
  fillDefaults(scene, { place: items, given, before: null, data: row, seen })
  for (const [place, { to, columns: inside }] of columns.entries()) {
    const inner = items.inner.find(({ field }) => field.key === to)
    const rows = (Array.isArray(cells[place]) ? cells[place] : []) as readonly Values[]
    if (inner === undefined || inside === undefined) continue
    row[to] = rows.map((each) =>
      filledRow(
        scene,
        inner,
        inside,
        inside.map(({ from }) => each[from]),
        { record, above: row },
      ),
    )
  }
  return row
}

/** Picked records fill the fields and rows that were not sent; what is locked they fill always. */
export function applyFills(
  scene: WriteScene,
  input: CheckedInput,
  draft: Draft,
  old: RecordValues | null,
): void {
  const all = writtenPlaces(scene, input, draft, old)
  for (const written of all) fillFields(scene, written)
  const [record] = all
  for (const fill of scene.form.lineFills) {
    const anew = record === undefined ? undefined : isPickedAnew(fill.relation, record)
    if (anew === true && (fill.lock || !input.rows.has(fill.to)))
      draft[fill.to] = filledRows(scene, fill, draft)
    else if (anew === false && fill.lock && old !== null)
      draft[fill.to] = ((old[fill.to] ?? []) as readonly Row[]).map((row) => ({ ...row }))
  }
}
