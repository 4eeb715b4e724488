import type { Values } from '@pipewright/contract'
import { rollUpRows, rowsBehind, type CompiledForm, type CompiledItems } from '@pipewright/compiler'
import { dependencies } from '@pipewright/logic'
import { expressionOf, type ExpressedField } from '@pipewright/metadata'
import { asHeld, foundFor, resultFor, withLookups, type Place } from './calculate-one.ts'
import { calculateRows } from './calculate-rows.ts'
import { isEmptyValue } from './is-empty-value.ts'
import { lookUp } from './look-up.ts'
import type { EngineScene } from './form-engine.ts'

/** Whether a related record that a field reads has been asked for and is not here yet. */
const isWaiting = (scene: EngineScene, place: Place, field: ExpressedField, values: Values): boolean =>
  dependencies(expressionOf(field)).some(
    (path) => path.length > 1 && lookUp(scene, place, path, values) === undefined,
  )

/** The rows behind a table of the record, with what is looked up of each. */
const seenRows = (scene: EngineScene, items: CompiledItems, values: Values): readonly Values[] => {
  const rows = rowsBehind(values, items.path) as readonly Values[]
  return items.lookups.length === 0 ? rows : rows.map((row) => withLookups(scene, items, row) as Values)
}

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
    if (Array.isArray(value)) next[items.field.key] = calculateRows(scene, items, value, next)
  }
  for (const field of form.ownRollups) {
    const items = form.allItems.find(({ path }) => path === field.lineItems)
    if (items === undefined || !Array.isArray(next[items.path.split('.')[0] ?? ''])) continue
    const call = { field, items, context: scene.context, options: scene.index.options(field) }
    next[field.key] = asHeld(field, rollUpRows(seenRows(scene, items, next), call))
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
