import type { JsonValue } from '@pipewright/contract'
import { assignedValue, rollUpRows, summedRows, valueAt, type CompiledItems } from '@pipewright/compiler'
import { dependencies } from '@pipewright/logic'
import { expressionOf, type ExpressedField } from '@pipewright/metadata'
import type { Expression, Field, RollupField } from '@pipewright/schemas'
import { sameValue } from '../../environment/same-value.ts'
import { asRows, type ItemRow } from '../../controls/line-items/row-changes.ts'
import { asHeld, foundFor, resultFor, withLookups, type Place } from './calculate-one.ts'
import type { EngineScene } from './form-engine.ts'

/** A new row, or a cell that was emptied to be filled anew (`undefined`), takes the default of its column. */
const wantsDefault = (row: ItemRow, key: string): boolean =>
  Object.hasOwn(row, key) ? row[key] === undefined : row['id'] === undefined

/** What a column without a value is filled from: the picked record, else its default. */
function sourceOf(place: Place, field: Field, row: ItemRow): Expression | undefined {
  const fill = place.fills.get(field.key)?.find(({ relation }) => valueAt(row, relation) !== null)
  if (fill !== undefined) return { var: `${fill.relation}.${fill.from}` }
  return 'default' in field ? field.default : undefined
}

/** What is around a row, as its expressions name it. */
export type Around = Readonly<Record<'$record' | '$parent', unknown>> | Readonly<Record<'$record', unknown>>

function fillDefaults(scene: EngineScene, place: Place, row: ItemRow, around: Around): ItemRow {
  let next = row
  for (const field of place.fields.values()) {
    const source = sourceOf(place, field, next)
    if (source === undefined || !wantsDefault(row, field.key)) continue
    const data = { ...withLookups(scene, place, next), ...around }
    const value = assignedValue(place, field, source, data, scene.context) as JsonValue
    if (value !== null) next = { ...next, [field.key]: value }
  }
  return next
}

/** A row while it is calculated: as it will be held, and as expressions see it. */
interface Work {
  row: ItemRow
  readonly data: Record<string, unknown>
  readonly found: JsonValue | undefined
  readonly around: Around
  readonly inner: ReadonlyMap<CompiledItems, readonly Work[]>
}

const foundIn = (found: JsonValue | undefined, key: string, position: number): JsonValue | undefined => {
  const rows = typeof found === 'object' && found !== null && !Array.isArray(found) ? found[key] : undefined
  return Array.isArray(rows) ? rows[position] : undefined
}

/** Lays the rows inside a row out, and beside it what they look up together. */
function openInner(
  scene: EngineScene,
  items: CompiledItems,
  work: Work,
  record: unknown,
): [CompiledItems, Work[]][] {
  return items.inner.map((inner) => {
    const { key } = inner.field
    const around = { $record: record, $parent: work.data }
    const works = asRows(work.row[key] ?? null).map((row, position) =>
      openRow(scene, inner, row, { found: foundIn(work.found, key, position), around }),
    )
    work.data[key] = works.map(({ data }) => data)
    for (const path of inner.lookups) {
      const name = path.join('.')
      work.data[`${key}.${name}`] = works.map(({ data }) => data[name] ?? null)
    }
    return [inner, works]
  })
}

function openRow(
  scene: EngineScene,
  items: CompiledItems,
  given: ItemRow,
  { found, around }: Pick<Work, 'found' | 'around'>,
): Work {
  const row = fillDefaults(scene, items, given, around)
  const inner = new Map<CompiledItems, Work[]>()
  const work: Work = { row, data: withLookups(scene, items, row), found, around, inner }
  for (const [place, works] of openInner(scene, items, work, around.$record)) inner.set(place, works)
  return work
}

function calculateStep(scene: EngineScene, place: CompiledItems, formula: ExpressedField, work: Work): void {
  const { key } = formula
  const seen = place.path === place.field.key ? work.data : { ...work.data, ...work.around }
  const value = place.figures.has(key)
    ? foundFor(work.found, key, work.row[key] ?? null)
    : resultFor(place, formula, expressionOf(formula), seen, scene.context)
  keep(work, key, value)
}

function keep(work: Work, key: string, value: JsonValue): void {
  work.data[key] = value
  // A row that stays as it was keeps its identity, so that its cells are not drawn again.
  if (!sameValue(work.row[key], value)) work.row = { ...work.row, [key]: value }
}

/** What a row sums up of the rows inside it. */
function sumUpInner(scene: EngineScene, place: CompiledItems, field: RollupField, work: Work): void {
  const items = summedRows(place, field)
  if (items === undefined) return
  const rows = (work.inner.get(items) ?? []).map(({ data }) => data)
  const call = { field, items, context: scene.context, options: scene.index.options(field) }
  keep(work, field.key, asHeld(field, rollUpRows(rows, call)))
}

/** The row with the rows inside it, as they came out. */
function closeRow({ row, inner }: Work): ItemRow {
  let next = row
  for (const [{ field }, works] of inner) {
    const before = asRows(row[field.key] ?? null)
    if (works.some((work, position) => work.row !== before[position]))
      next = { ...next, [field.key]: works.map((work) => work.row) as JsonValue }
  }
  return next
}

function calculateRow(
  scene: EngineScene,
  items: CompiledItems,
  given: ItemRow,
  found: JsonValue | undefined,
  record: unknown,
): ItemRow {
  const work = openRow(scene, items, given, { found, around: { $record: record } })
  for (const { place, field } of items.steps)
    if (field.type === 'rollup') sumUpInner(scene, place, field, work)
    else if (place === items) calculateStep(scene, items, field, work)
    else for (const inner of work.inner.get(place) ?? []) calculateStep(scene, place, field, inner)
  return closeRow(work)
}

const readsRecord = (items: CompiledItems): boolean =>
  items.steps.some(
    ({ field }) =>
      field.type !== 'rollup' && dependencies(expressionOf(field)).some(([head]) => head === '$record'),
  )

interface Calculated {
  /** What the server had found for the row then. */
  readonly found: JsonValue | undefined
  readonly result: ItemRow
}

type KnownRows = WeakMap<ItemRow, Calculated>

const calculated = new WeakMap<EngineScene, WeakMap<Place, KnownRows>>()

/** What rows of a place gave: a row that was not touched is not calculated again, however many there are. */
function knownRows(scene: EngineScene, place: Place): KnownRows {
  const places = calculated.get(scene) ?? new WeakMap<Place, KnownRows>()
  calculated.set(scene, places)
  const rows: KnownRows = places.get(place) ?? new WeakMap<ItemRow, Calculated>()
  places.set(place, rows)
  return rows
}

/** Calculates the formulas of rows and of the rows inside them; the same list where nothing changed. */
export function calculateRows(
  scene: EngineScene,
  place: CompiledItems,
  value: JsonValue,
  record: unknown,
): JsonValue {
  const rows = asRows(value)
  const found = scene.calculated?.values()?.[place.path]
  const known = readsRecord(place) ? new WeakMap<ItemRow, Calculated>() : knownRows(scene, place)
  const next = rows.map((row, position) => {
    const own = Array.isArray(found) ? found[position] : undefined
    const before = known.get(row)
    if (before !== undefined && before.found === own) return before.result
    const result = calculateRow(scene, place, row, own, record)
    known.set(row, { found: own, result }).set(result, { found: own, result })
    return result
  })
  return next.some((row, position) => row !== rows[position]) ? (next as JsonValue) : value
}
