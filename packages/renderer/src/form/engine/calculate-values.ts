import type { JsonValue, Values } from '@pipewright/contract'
import { assignedValue, rollUpRows, roundingOf, valueAt, type CompiledForm } from '@pipewright/compiler'
import {
  compileExpression,
  dependencies,
  parseDecimal,
  roundTo,
  type EvaluationContext,
  type Value,
} from '@pipewright/logic'
import { expressionOf, isNumeric, scaleOf, type ExpressedField } from '@pipewright/metadata'
import type { Expression, Field } from '@pipewright/schemas'
import { sameValue } from '../../environment/same-value.ts'
import { asRows, type ItemRow } from '../../controls/line-items/row-changes.ts'
import { isEmptyValue } from './field-issue.ts'
import { lookUp } from './look-up.ts'
import type { EngineScene } from './form-engine.ts'

type Place = CompiledForm | CompiledForm['items'][number]

/** What a formula gives, as the field holds it; the server calculates again with the same expression. */
function resultFor(
  place: Place,
  field: Field,
  expression: Expression,
  data: Readonly<Record<string, unknown>>,
  context: EvaluationContext,
): JsonValue {
  return asHeld(field, compileExpression(expression, place.scope)(data, context))
}

function asHeld(field: Field, value: Value): JsonValue {
  if (value === null || value === '') return null
  if (!isNumeric(field)) return value as JsonValue
  const text = String(value)
  return parseDecimal(text) === null ? null : roundTo(text, scaleOf(field), roundingOf(field))
}

/** Adds what expressions read over relations beside the values, by dotted path. */
export function withLookups(scene: EngineScene, place: Place, values: Values): Record<string, unknown> {
  const data: Record<string, unknown> = { ...values }
  for (const path of place.lookups) data[path.join('.')] = lookUp(scene, place, path, values) ?? null
  return data
}

/** A new row, or a cell that was emptied to be filled anew (`undefined`), takes the default of its column. */
const wantsDefault = (row: ItemRow, key: string): boolean =>
  Object.hasOwn(row, key) ? row[key] === undefined : row['id'] === undefined

/** What a column without a value is filled from: the picked record, else its default. */
function sourceOf(place: Place, field: Field, row: ItemRow): Expression | undefined {
  const fill = place.fills.get(field.key)?.find(({ relation }) => valueAt(row, relation) !== null)
  if (fill !== undefined) return { var: `${fill.relation}.${fill.from}` }
  return 'default' in field ? field.default : undefined
}

function fillDefaults(scene: EngineScene, place: Place, row: ItemRow): ItemRow {
  let next = row
  for (const field of place.fields.values()) {
    const source = sourceOf(place, field, next)
    if (source === undefined || !wantsDefault(row, field.key)) continue
    const data = withLookups(scene, place, next)
    const value = assignedValue(place, field, source, data, scene.context) as JsonValue
    if (value !== null) next = { ...next, [field.key]: value }
  }
  return next
}

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

function calculateRow(scene: EngineScene, place: Place, row: ItemRow, found: JsonValue | undefined): ItemRow {
  let next = fillDefaults(scene, place, row)
  const data = withLookups(scene, place, next)
  for (const formula of place.formulas) {
    const value = place.figures.has(formula.key)
      ? foundFor(found, formula.key, next[formula.key] ?? null)
      : resultFor(place, formula, expressionOf(formula), data, scene.context)
    data[formula.key] = value
    // A row that stays as it was keeps its identity, so that its cells are not drawn again.
    if (!sameValue(next[formula.key], value)) next = { ...next, [formula.key]: value }
  }
  return next
}

/** What the server found by looking through other forms; until then what the record showed. */
function foundFor(found: JsonValue | undefined, key: string, before: JsonValue): JsonValue {
  const known = typeof found === 'object' && found !== null && !Array.isArray(found) ? found[key] : undefined
  return known === undefined ? before : known
}

function calculateRows(scene: EngineScene, place: Place, value: JsonValue): JsonValue {
  const rows = asRows(value)
  const found = scene.calculated?.values()?.[place.place.lineItems ?? '']
  const known = knownRows(scene, place)
  const next = rows.map((row, position) => {
    const own = Array.isArray(found) ? found[position] : undefined
    const before = known.get(row)
    if (before !== undefined && before.found === own) return before.result
    const result = calculateRow(scene, place, row, own)
    known.set(row, { found: own, result }).set(result, { found: own, result })
    return result
  })
  return next.some((row, position) => row !== rows[position]) ? (next as JsonValue) : value
}

/** Whether a related record that a field reads has been asked for and is not here yet. */
const isWaiting = (scene: EngineScene, place: Place, field: ExpressedField, values: Values): boolean =>
  dependencies(expressionOf(field)).some(
    (path) => path.length > 1 && lookUp(scene, place, path, values) === undefined,
  )

/** Calculates the formulas of all rows, then those of the record, in the order they lean on each other. */
export function calculateValues(
  scene: EngineScene,
  form: CompiledForm,
  values: Values,
  extra: Readonly<Record<string, unknown>>,
): Values {
  const next: Values = { ...values }
  for (const items of form.items) {
    const value = next[items.field.key]
    if (Array.isArray(value)) next[items.field.key] = calculateRows(scene, items, value)
  }
  for (const field of form.ownRollups) {
    const items = form.items.find((candidate) => candidate.field.key === field.lineItems)
    const rows = items && next[items.field.key]
    if (items === undefined || !Array.isArray(rows)) continue
    const call = { field, items, context: scene.context, options: scene.index.options(field) }
    next[field.key] = asHeld(field, rollUpRows(asRows(rows), call))
  }
  for (const field of form.linkedRollups)
    next[field.key] = foundFor(scene.calculated?.values() ?? undefined, field.key, next[field.key] ?? null)
  const data = { ...withLookups(scene, form, next), ...extra }
  for (const formula of form.formulas) {
    // How it is made is not told to this reader; what it shows is.
    if (formula.type === 'formula' && formula.expression === null) continue
    if (form.figures.has(formula.key)) {
      const before = next[formula.key] ?? null
      next[formula.key] = foundFor(scene.calculated?.values() ?? undefined, formula.key, before)
      data[formula.key] = next[formula.key]
      continue
    }
    // What is stored stays in sight until the other record has arrived.
    if (!isEmptyValue(next[formula.key]) && isWaiting(scene, form, formula, next)) continue
    next[formula.key] = resultFor(form, formula, expressionOf(formula), data, scene.context)
    data[formula.key] = next[formula.key]
  }
  return next
}
