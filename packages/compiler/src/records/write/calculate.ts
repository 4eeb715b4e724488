import type { Expression, Field, RollupField } from '@pipewright/schemas'
import {
  compileExpression,
  compileWhole,
  digitsBeforePoint,
  parseDecimal,
  roundTo,
  type EvaluationContext,
  type Scope,
  type Value,
} from '@pipewright/logic'
import { expressionOf, isNumeric, scaleOf, valueTypeOf, type ExpressedField } from '@pipewright/metadata'
import { linkedName } from '../../app/linked-rollups.ts'
import type { CompiledItems, CompiledPlace } from '../../app/compiled-form.ts'
import { summedRows } from '../../app/row-steps.ts'
import { sameValue, type FieldValue } from '../value.ts'
import { wholeDigits } from '../../tables/column-of.ts'
import { seenFrom } from './each-row.ts'
import { fillFigures } from './fill-figures.ts'
import { roundingOf } from '../values/decimal.ts'
import { checkValue } from '../values/index.ts'
import { hasParts, wholeOf } from '../values/whole.ts'
import { fillRates } from './fill-rates.ts'
import { rollUpRows, rowsBehind } from './roll-up-rows.ts'
import { rowsOf, type Draft, type WriteScene } from './write-scene.ts'

/** A calculated number that the column cannot hold is refused later; nothing is cut. */
export const overflow = Symbol('more digits than the field holds')

function decimalResult(field: Field, value: Value): FieldValue | typeof overflow {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const text = String(value)
  if (parseDecimal(text) === null) return null
  return digitsBeforePoint(text) > wholeDigits ? overflow : roundTo(text, scaleOf(field), roundingOf(field))
}

/** What an expression gave, as the field holds it. */
export function asResult(field: Field, value: Value): FieldValue | typeof overflow {
  if (value === null || value === '') return null
  const type = valueTypeOf(field)
  if (isNumeric(field)) return decimalResult(field, value)
  if (type === 'yesNo') return typeof value === 'boolean' ? value : null
  if (type === 'multiChoice') return Array.isArray(value) ? (value as readonly string[]) : null
  return typeof value === 'string' ? value : null
}

function calculateOne(
  scene: WriteScene,
  place: CompiledPlace,
  formula: ExpressedField,
  data: Draft,
  seen: () => Draft = () => data,
): void {
  fillFigures(scene, place, formula.key, data)
  const run = compileExpression(expressionOf(formula), place.scope)
  data[formula.key] = asResult(formula, run(seen(), scene.context))
}

/** What a rollup is over rows as they are in hand. */
const sumUp = (scene: WriteScene, field: RollupField, items: CompiledItems, rows: readonly Draft[]) =>
  asResult(
    field,
    rollUpRows(rows, { field, items, context: scene.context, options: scene.app.index.options(field) }),
  )

/** A row and the rows inside it, each value after those it is made of. */
function calculateRow(scene: WriteScene, items: CompiledItems, row: Draft, draft: Draft): void {
  for (const { place, field } of items.steps) {
    if (field.type === 'rollup') {
      const rows = summedRows(place, field)
      if (rows !== undefined) row[field.key] = sumUp(scene, field, rows, rowsOf(row, rows.field.key))
    } else if (place === items) calculateOne(scene, place, field, row)
    else
      for (const data of rowsOf(row, place.field.key))
        calculateOne(scene, place, field, data, () => seenFrom(draft, { data, above: row }))
  }
}

const listIn = (data: unknown, key: string): readonly string[] => {
  const held = typeof data === 'object' && data !== null ? (data as Draft)[key] : null
  return Array.isArray(held) ? (held as readonly string[]) : []
}

/**
 * Rollups over the records of a list that changed, as the database adds them up once all of them are held; one that
 * stayed has a value that is kept up to date.
 */
function fillLinked(scene: WriteScene, draft: Draft): void {
  for (const field of scene.form.linkedRollups) {
    const ids = listIn(draft, field.through ?? '')
    if (sameValue(ids, listIn(draft['$old'], field.through ?? ''))) continue
    const isHeld = ids.map((id) => scene.related.get(field.form, id)).every((row) => row !== undefined)
    if (!isHeld) continue
    const found = scene.related.get(linkedName(scene.form.key, field.key), JSON.stringify(ids))
    draft[field.key] = asResult(field, (found?.values['value'] ?? null) as Value)
  }
}

/** Calculates the formulas of all rows, what is summed up of them, then the formulas of the record. */
export function calculate(scene: WriteScene, draft: Draft): void {
  fillRates(scene, draft)
  for (const items of scene.form.items)
    for (const row of rowsOf(draft, items.field.key)) calculateRow(scene, items, row, draft)
  for (const field of scene.form.ownRollups) {
    const items = scene.form.allItems.find(({ path }) => path === field.lineItems)
    if (items === undefined) continue
    draft[field.key] = sumUp(scene, field, items, rowsBehind(draft, items.path))
  }
  fillLinked(scene, draft)
  for (const formula of scene.form.formulas) calculateOne(scene, scene.form, formula, draft)
}

/** A value from elsewhere as a person could have typed it here; empty when it does not fit the field. */
export function heldValue(place: CompiledPlace, field: Field, value: Value): FieldValue {
  const fitting = isNumeric(field) ? asResult(field, value) : wholeOf(field, value)
  if (typeof fitting === 'symbol') return null
  const options = place.options.get(field.key)
  const checked = checkValue(
    field,
    fitting,
    options === undefined ? { pointer: '' } : { pointer: '', options },
  )
  return checked.ok ? checked.value : null
}

/** What an expression gives for a field: with its parts where the field has several, else what one reads. */
export function expressedValue(
  field: Field,
  expression: Expression,
  data: Readonly<Record<string, unknown>>,
  context: EvaluationContext,
  scope?: Scope,
): Value {
  if (!hasParts(field)) return compileExpression(expression, scope)(data, context)
  return wholeOf(field, compileWhole(expression, scope)(data, context))
}

/** The value of a default or of a rule, as a person could have typed it; empty when it does not fit the field. */
export function assignedValue(
  place: CompiledPlace,
  field: Field,
  expression: Expression,
  data: Readonly<Record<string, unknown>>,
  context: EvaluationContext,
): FieldValue {
  return heldValue(place, field, expressedValue(field, expression, data, context, place.scope))
}

export const assigned = (
  { context }: WriteScene,
  place: CompiledPlace,
  field: Field,
  expression: Expression,
  data: Draft,
): FieldValue => assignedValue(place, field, expression, data, context)
