import type { Conversion, ConversionLines, ConversionStep, Expression, Field } from '@pipewright/schemas'
import { dependencies, evaluateCondition } from '@pipewright/logic'
import { indexDefinition, isNumeric, rowsPlace, type DefinitionIndex, type Place } from '@pipewright/metadata'
import type { CompiledItems } from '../../app/compiled-form.ts'
import type { FieldValue } from '../value.ts'
import { knows, maskScope, type MaskScope } from '../../rights/mask-scope.ts'
import type { Rights } from '../../rights/rights.ts'
import { asResult, expressedValue } from '../write/calculate.ts'
import { fillLookups } from '../write/fill-lookups.ts'
import { rowsOf, type Draft, type StoredRecord, type WriteScene } from '../write/write-scene.ts'

/** Rows that may be changed, with the rows inside them. */
const copiedRows = (items: CompiledItems, around: Draft): Draft[] =>
  rowsOf(around, items.field.key).map((row) => ({
    ...row,
    ...Object.fromEntries(items.inner.map((inner) => [inner.field.key, copiedRows(inner, row)])),
  }))

/** Everything a conversion reads of its source; look at the scene's needs before using it. */
export function conversionData(scene: WriteScene, source: StoredRecord): Draft {
  const draft: Draft = {
    ...source.values,
    ...source.system,
    $old: { ...source.values, ...source.system },
    $created: {},
  }
  for (const items of scene.form.items) draft[items.field.key] = copiedRows(items, source.values)
  fillLookups(scene, draft)
  const record = { ...draft }
  for (const path of scene.form.lookups) draft[`$record.${path.join('.')}`] = record[path.join('.')]
  draft['$record'] = record
  return draft
}

export const conditionHolds = (scene: WriteScene, condition: Expression | undefined, data: Draft): boolean =>
  condition === undefined || evaluateCondition(condition, data, scene.context, scene.form.scope)

function fieldValue(scene: WriteScene, field: Field, expression: Expression, data: Draft): FieldValue {
  const value = expressedValue(field, expression, data, scene.context, scene.form.scope)
  if (!isNumeric(field)) return value as FieldValue
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
    for (const line of step.lines ?? [])
      values[line.field] = lineRows(scene, { form: step.form }, line, { seen: own, around: data })
    return values
  })
}

/** Rows that are made of the source's, with the rows inside them. */
function lineRows(
  scene: WriteScene,
  place: Place,
  line: ConversionLines,
  { seen, around }: { readonly seen: Draft; readonly around: Draft },
): FieldValue {
  const to = rowsPlace(place, line.field)
  const columns = scene.app.index.fieldsOf(to.form, to.lineItems)
  return rowsOf(around, line.from).map((row) => {
    const own: Draft = { ...seen, $row: row }
    const values = valuesOf(scene, columns, line.values, own)
    const inside = { seen: { ...own, $parent: row }, around: row }
    for (const inner of line.lines ?? []) values[inner.field] = lineRows(scene, to, inner, inside)
    return values
  }) as unknown as FieldValue
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
        ? [
            [
              key,
              shownRows(scope, { source: { form: source }, target: { form: step.form } }, line, value),
            ] as const,
          ]
        : []
    }),
  )
}

interface LinePlaces {
  readonly source: Place
  readonly target: Place
}

/** Whether a reader may know what a row of the source gives: `$row` and `$parent` stand for their places. */
function mayTell(scope: MaskScope, { source }: LinePlaces, line: ConversionLines, expression: Expression) {
  const inRow = (path: readonly string[]): string => {
    const [head, ...rest] = path
    const place = head === '$row' ? rowsPlace(source, line.from) : head === '$parent' ? source : undefined
    return place === undefined ? path.join('.') : [place.lineItems, ...rest].join('.')
  }
  return dependencies(expression).every((path) => scope.expression(source.form, { var: inRow(path) }))
}

function shownRows(
  scope: MaskScope,
  places: LinePlaces,
  line: ConversionLines,
  rows: FieldValue,
): FieldValue {
  const inside = { source: rowsPlace(places.source, line.from), target: rowsPlace(places.target, line.field) }
  const isKnown = (place: Place, column: string) => knows(scope, place.form, `${place.lineItems}.${column}`)
  const open = Object.entries(line.values).filter(
    ([column, expression]) => isKnown(inside.target, column) && mayTell(scope, places, line, expression),
  )
  const columns = new Set(open.map(([column]) => column))
  const inner = (line.lines ?? []).filter(
    ({ field, from }) => isKnown(inside.target, field) && isKnown(inside.source, from),
  )
  return (rows as readonly Readonly<Record<string, FieldValue>>[]).map((row) =>
    Object.fromEntries([
      ...Object.entries(row).filter(([column]) => columns.has(column)),
      ...inner.map((each) => [each.field, shownRows(scope, inside, each, row[each.field] ?? [])]),
    ]),
  ) as unknown as FieldValue
}
