import {
  evaluate,
  explainExample,
  type ExampleCalculation,
  type ExampleFault,
  type ExampleScene,
  type Expression,
  type LabelledScope,
  type ValueType,
} from '@pipewright/logic'
import { isNumeric, localize, scaleOf, type Place } from '@pipewright/metadata'
import type { ExampleValue, Field } from '@pipewright/schemas'
import { useMemo } from 'react'
import { useDesign, useIndex } from '../environment/design-context.ts'
import { formulaAt } from '../formula/sample/needed-paths.ts'
import { useSample, type Sample } from '../formula/sample/use-sample.ts'
import { useTellPart } from '../formula/sample/use-tell-part.ts'
import {
  asksForDay,
  asksForMoment,
  exampleColumns,
  type ExampleRow,
  type ExampleSite,
} from './example-columns.ts'
import { exampleValue } from './example-value.ts'

/** A calculation whose result the field takes. */
export const calculationFor = (field: Field, expression: Expression): ExampleCalculation =>
  isNumeric(field) ? { expression, scale: scaleOf(field), rounding: roundingOf(field) } : { expression }

function roundingOf(field: Field): ExampleCalculation['rounding'] {
  const rule = 'rounding' in field ? field.rounding : undefined
  return rule === 'refuse' ? undefined : rule
}

/** Rows of a place with everything that it takes to try and to draw them. */
export function useExampleScene(
  place: Place,
  scope: LabelledScope,
  expressions: readonly Expression[],
  rows: readonly ExampleRow[],
) {
  const index = useIndex()
  const { locale } = useDesign()
  const site: ExampleSite = useMemo(() => ({ index, place, scope, locale }), [index, place, scope, locale])
  const all = useMemo<Expression>(() => ({ and: [...expressions] }), [expressions])
  const sample = useSample(place, scope, all)
  const tell = useTellPart(sample)
  const scene: ExampleScene = useMemo(
    () => ({
      scope,
      formula(path) {
        const field = formulaAt(index, place, path)
        return field === undefined ? undefined : calculationFor(field, field.expression)
      },
    }),
    [index, place, scope],
  )
  const columns = useMemo(() => exampleColumns(site, expressions, rows), [site, expressions, rows])
  const isTimed = useMemo(() => asksForDay(site, expressions), [site, expressions])
  const isClocked = useMemo(() => asksForMoment(site, expressions), [site, expressions])
  return {
    index,
    scene,
    sample,
    columns,
    hasDay: isTimed || rows.some(({ today }) => today !== undefined),
    hasMoment: isClocked || rows.some(({ now }) => now !== undefined),
    explain: (fault: ExampleFault, type: ValueType): string =>
      explainExample(fault, locale, {
        value: (value) => tell.value(value, type),
        field: (name) => columns.find((column) => column.name === name)?.label ?? name,
      }),
    nameOf: (field: Field) => localize(field.label, locale) || field.key,
    /** A row with what the record that is chosen gives for every column. */
    taken: (): ExampleRow => ({
      inputs: takenInputs(sample, columns, scope),
      ...(isTimed ? { today: sample.context.today } : {}),
      ...(isClocked ? { now: sample.context.now } : {}),
    }),
  }
}

function takenInputs(
  { data = {}, context }: Sample,
  columns: readonly { readonly name: string }[],
  scope: LabelledScope,
): Record<string, ExampleValue> {
  const inputs: Record<string, ExampleValue> = {}
  for (const { name } of columns) {
    const value = exampleValue(evaluate({ var: name }, data, context, scope))
    if (value !== null) inputs[name] = value
  }
  return inputs
}
