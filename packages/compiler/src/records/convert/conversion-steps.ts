import type { Conversion, ConversionStep, Expression, Field } from '@pipewright/schemas'
import { compileExpression, evaluateCondition } from '@pipewright/logic'
import { indexDefinition, isNumeric, type DefinitionIndex } from '@pipewright/metadata'
import type { FieldValue } from '../value.ts'
import { maskScope } from '../../rights/mask-scope.ts'
import { knows } from '../../rights/mask-scope.ts'
import type { Rights } from '../../rights/rights.ts'
import { asResult } from '../write/calculate.ts'
import { fillLookups } from '../write/fill-lookups.ts'
import { rowsOf, type Draft, type StoredRecord, type WriteScene } from '../write/write-scene.ts'

/** Everything a conversion reads of its source; look at the scene's needs before using it. */
export function conversionData(scene: WriteScene, source: StoredRecord): Draft {
  const draft: Draft = {
    ...source.values,
    ...source.system,
    $old: { ...source.values, ...source.system },
    $created: {},
  }
  for (const items of scene.form.items)
    draft[items.field.key] = rowsOf(source.values, items.field.key).map((row) => ({ ...row }))
  fillLookups(scene, draft)
  return draft
}

export const conditionHolds = (scene: WriteScene, condition: Expression | undefined, data: Draft): boolean =>
  condition === undefined || evaluateCondition(condition, data, scene.context, scene.form.scope)

function fieldValue(scene: WriteScene, field: Field, expression: Expression, data: Draft): FieldValue {
  const value = compileExpression(expression, scene.form.scope)(data, scene.context)
  if (!isNumeric(field)) return (value ?? null) as FieldValue
  const result = asResult(field, value)
  return typeof result === 'symbol' ? (value as FieldValue) : result
}

function valuesOf(
  scene: WriteScene,
  fields: readonly Field[],
  values: Readonly<Record<string, Expression>>,
  data: Draft,
): Record<string, FieldValue> {
  const byKey = new Map(fields.map((field) => [field.key, field]))
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, expression]) => {
      const field = byKey.get(key)
      return field === undefined ? [] : [[key, fieldValue(scene, field, expression, data)] as const]
    }),
  )
}

/** The values of the records that a step makes, one per repetition. */
export function stepRecords(
  scene: WriteScene,
  step: ConversionStep,
  data: Draft,
): Record<string, FieldValue>[] {
  const { index } = scene.app
  return Array.from({ length: step.repeat ?? 1 }, (_, position) => {
    const own: Draft = { ...data, $index: position }
    const values = valuesOf(scene, index.fieldsOf(step.form), step.values, own)
    for (const line of step.lines ?? []) {
      const columns = index.fieldsOf(step.form, line.field)
      values[line.field] = rowsOf(data, line.from).map((row) =>
        valuesOf(scene, columns, line.values, { ...own, $row: row }),
      ) as FieldValue
    }
    return values
  })
}

/** New values of the source, once everything is made. */
export const updatedValues = (
  scene: WriteScene,
  conversion: Pick<Conversion, 'updates'>,
  data: Draft,
): Record<string, FieldValue> =>
  valuesOf(scene, [...scene.form.fields.values()], conversion.updates ?? {}, data)

/** What of a step's values this reader may be shown before they exist: readable there, and made of readable parts. */
export function shownValues(
  index: DefinitionIndex,
  rights: Rights,
  source: string,
  step: ConversionStep,
  values: Readonly<Record<string, FieldValue>>,
): Record<string, FieldValue> {
  const scope = maskScope(indexDefinition(index.definition), rights)
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => {
      if (!knows(scope, step.form, key)) return []
      const line = step.lines?.find((candidate) => candidate.field === key)
      if (line === undefined) return scope.expression(source, step.values[key]) ? [[key, value] as const] : []
      return knows(scope, source, line.from)
        ? [[key, shownRows(scope, source, step.form, line, value)] as const]
        : []
    }),
  )
}

function shownRows(
  scope: ReturnType<typeof maskScope>,
  source: string,
  target: string,
  line: NonNullable<ConversionStep['lines']>[number],
  rows: FieldValue,
): FieldValue {
  const open = Object.entries(line.values).filter(
    ([column, expression]) =>
      knows(scope, target, `${line.field}.${column}`) &&
      scope.expression(source, inRow(expression, line.from)),
  )
  const columns = new Set(open.map(([column]) => column))
  return (rows as readonly Readonly<Record<string, unknown>>[]).map((row) =>
    Object.fromEntries(Object.entries(row).filter(([column]) => columns.has(column))),
  ) as FieldValue
}

/** `$row.quantity` as the path it stands for, so that its rights can be asked. */
function inRow(expression: Expression, lineItems: string): Expression {
  return JSON.parse(JSON.stringify(expression).replaceAll('"$row.', `"${lineItems}.`)) as Expression
}
