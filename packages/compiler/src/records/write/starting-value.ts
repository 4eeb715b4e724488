import { startingValue, startsByType } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import type { EvaluationContext, Value } from '@pipewright/logic'
import type { CompiledForm } from '../../app/compiled-form.ts'
import type { FieldValue } from '../value.ts'
import { assignedValue, heldValue } from './calculate.ts'
import { isEmpty } from './write-scene.ts'

type Values = Readonly<Record<string, unknown>>

/** What is known of a new record besides what was given, by its own fields. */
export interface StartSources {
  /** Of the record one came from. */
  readonly taken?: Values
  /** Key of the set of values that was asked for. */
  readonly preset?: string
  /** What the same person entered last. */
  readonly last?: Values
}

/** What fits of a value from elsewhere. */
function fitting(form: CompiledForm, field: Field, values: Values | undefined): FieldValue {
  const value = values !== undefined && Object.hasOwn(values, field.key) ? values[field.key] : null
  return isEmpty(value) ? null : heldValue(form, field, value as Value)
}

/**
 * What a field of a new record starts with where nothing was given; undefined where nothing says so. A set of values that
 * was asked for goes first, then the record one came from, the type of the record, what was entered last, and the default
 * of the field.
 */
export function valueToStart(
  form: CompiledForm,
  field: Field,
  { taken, preset, last }: StartSources,
  data: Values,
  context: EvaluationContext,
): FieldValue | undefined {
  const set = form.form.start?.presets?.find(({ key }) => key === preset)?.values
  const chosen = set !== undefined && Object.hasOwn(set, field.key) ? set[field.key] : undefined
  if (chosen !== undefined) return assignedValue(form, field, chosen, data, context)
  const over = fitting(form, field, taken)
  if (!isEmpty(over)) return over
  const again = startsByType(form.form, field, data) ? null : fitting(form, field, last)
  if (!isEmpty(again)) return again
  const expression = startingValue(form.form, field, data)
  return expression === undefined ? undefined : assignedValue(form, field, expression, data, context)
}
