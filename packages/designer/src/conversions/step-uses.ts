import { dependencies } from '@pipewright/logic'
import type { Conversion, ConversionLines, ConversionStep, Expression } from '@pipewright/schemas'

type Values = Readonly<Record<string, Expression>>

const names = (expression: Expression, step: string): boolean =>
  dependencies(expression).some(([head, key]) => head === '$created' && key === step)

const lineValues = ({ values, lines = [] }: ConversionLines): Expression[] => [
  ...Object.values(values),
  ...lines.flatMap(lineValues),
]

/** Whether a step needs what another one makes, so that it must come after it. */
export const needsStep = (step: ConversionStep, other: string): boolean =>
  [...Object.values(step.values), ...(step.lines ?? []).flatMap(lineValues)].some((value) =>
    names(value, other),
  )

const free = <V extends Values>(values: V, step: string): V =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => !names(value, step))) as V

const freeLines = (lines: readonly ConversionLines[], step: string): ConversionLines[] =>
  lines.map((one) => ({
    ...one,
    values: free(one.values, step),
    ...(one.lines !== undefined && { lines: freeLines(one.lines, step) }),
  }))

export interface NamedValue {
  /** Form of the step, or none for the record that is converted. */
  readonly form?: string
  readonly field: string
}

/** The values that refer to what a step makes. */
export const usesOfStep = ({ creates, updates = {} }: Conversion, step: string): NamedValue[] => [
  ...creates.flatMap(({ form, values }) =>
    Object.entries(values).flatMap(([field, value]) => (names(value, step) ? [{ form, field }] : [])),
  ),
  ...Object.entries(updates).flatMap(([field, value]) => (names(value, step) ? [{ field }] : [])),
]

/** The conversion without a step, and without what refers to it. */
export function withoutStep(conversion: Conversion, step: string): Conversion {
  const { updates, open, ...rest } = conversion
  const left = free(updates ?? {}, step)
  return {
    ...rest,
    creates: conversion.creates
      .filter(({ key }) => key !== step)
      .map((one) => ({
        ...one,
        values: free(one.values, step),
        ...(one.lines !== undefined && { lines: freeLines(one.lines, step) }),
      })) as Conversion['creates'],
    ...(Object.keys(left).length > 0 && { updates: left }),
    ...(open !== undefined && open !== step && { open }),
  }
}

/** The conversion with another step in the place of one, without what referred to that. */
export function withStepInPlace(conversion: Conversion, step: string, made: ConversionStep): Conversion {
  const at = conversion.creates.findIndex(({ key }) => key === step)
  const without = withoutStep(conversion, step)
  const { creates } = without
  return {
    ...without,
    creates: [...creates.slice(0, at), made, ...creates.slice(at)],
    ...(conversion.open === step && { open: made.key }),
  }
}
