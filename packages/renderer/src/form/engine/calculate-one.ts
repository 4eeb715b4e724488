import type { JsonValue, Values } from '@pipewright/contract'
import { roundingOf, type CompiledForm, type CompiledItems } from '@pipewright/compiler'
import {
  compileExpression,
  parseDecimal,
  roundTo,
  type EvaluationContext,
  type Value,
} from '@pipewright/logic'
import { isNumeric, scaleOf } from '@pipewright/metadata'
import type { Expression, Field } from '@pipewright/schemas'
import { lookUp } from './look-up.ts'
import type { EngineScene } from './form-engine.ts'

export type Place = CompiledForm | CompiledItems

/** What a formula gives, as the field holds it; the server calculates again with the same expression. */
export function resultFor(
  place: Place,
  field: Field,
  expression: Expression,
  data: Readonly<Record<string, unknown>>,
  context: EvaluationContext,
): JsonValue {
  return asHeld(field, compileExpression(expression, place.scope)(data, context))
}

export function asHeld(field: Field, value: Value): JsonValue {
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

/** What the server found by looking through other forms; until then what the record showed. */
export function foundFor(found: JsonValue | undefined, key: string, before: JsonValue): JsonValue {
  const known = typeof found === 'object' && found !== null && !Array.isArray(found) ? found[key] : undefined
  return known === undefined ? before : known
}
