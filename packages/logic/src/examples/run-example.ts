import { parseInstant } from '../calendar.ts'
import { digitsBeforePoint, parseDecimal, roundTo } from '../decimal.ts'
import type { RoundingRule } from '../decimal.ts'
import { dependencies, isVolatile } from '../dependencies.ts'
import { compileExpression } from '../evaluate.ts'
import type { Expression } from '../expression.ts'
import { figuresOf } from '../figures.ts'
import type { EvaluationContext } from '../operation.ts'
import { ExpressionError } from '../problem.ts'
import type { Problem } from '../problem.ts'
import { contextType } from '../scope.ts'
import type { Scope } from '../scope.ts'
import type { Value } from '../value.ts'
import type { ValueType } from '../value-type.ts'
import { holdsValue } from './holds-value.ts'

/** What goes into an example row; it is read in UTC, so that it gives the same wherever it is tried. */
export interface ExampleGiven {
  readonly inputs: Readonly<Record<string, unknown>>
  /** The day it is in the row, and the moment. */
  readonly today?: string | undefined
  readonly now?: string | undefined
}

/** A calculation and the digits after the point that its field keeps. */
export interface ExampleCalculation {
  readonly expression: Expression
  readonly scale?: number | undefined
  /** What becomes of further digits; half-up where nothing is said. */
  readonly rounding?: RoundingRule | undefined
}

/** Where a row is tried. */
export interface ExampleScene {
  readonly scope: Scope
  /** The formula behind a path of the place itself: it is calculated where the row gives no value for it. */
  formula(path: readonly string[]): ExampleCalculation | undefined
}

export type ExampleOutcome =
  | { readonly kind: 'value'; readonly value: Value }
  /** It outgrew a limit while it ran. */
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'tooManyDigits' }
  /** It depends on the day, and the row does not say which day it is. */
  | { readonly kind: 'dayMissing' }
  /** It looks through other forms, whose records a row does not have. */
  | { readonly kind: 'looksElsewhere' }
  | { readonly kind: 'wrongInput'; readonly name: string; readonly wanted: ValueType }

type Data = Record<string, unknown>

/** Digits before the point that a field holds. */
const mostDigits = 18
const known = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const listed = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []

function contextOf({ inputs, today, now }: ExampleGiven): EvaluationContext {
  const moment = now ?? `${today ?? '2000-01-01'}T00:00:00.000Z`
  const me = known(inputs['$me'])
  const department = known(inputs['$department'])
  return {
    now: moment,
    today: today ?? new Date(parseInstant(moment) ?? 0).toISOString().slice(0, 10),
    zone: 'UTC',
    ...(me === undefined ? {} : { me }),
    ...(department === undefined ? {} : { department }),
    departments: listed(inputs['$departments']),
    team: listed(inputs['$team']),
    roles: listed(inputs['$roles']),
  }
}

function wrongInput({ inputs }: ExampleGiven, { scope }: ExampleScene): ExampleOutcome | undefined {
  for (const [name, value] of Object.entries(inputs)) {
    const path = name.split('.')
    const wanted = contextType(path) ?? scope.resolve(path)
    if (wanted !== undefined && !holdsValue(value, wanted)) return { kind: 'wrongInput', name, wanted }
  }
  return undefined
}

/** The formulas of the place that the row leaves to be calculated, each after those it reads. */
function calculationsFor(
  expression: Expression,
  { inputs }: ExampleGiven,
  scene: ExampleScene,
): readonly (readonly [string, ExampleCalculation])[] {
  const ordered = new Map<string, ExampleCalculation>()
  const open = new Set<string>()
  const visit = (path: readonly string[]): void => {
    const key = path.join('.')
    if (Object.hasOwn(inputs, key) || open.has(key)) return
    const formula = scene.formula(path)
    if (formula === undefined) return
    open.add(key)
    for (const next of dependencies(formula.expression)) visit(next)
    ordered.set(key, formula)
  }
  for (const path of dependencies(expression)) visit(path)
  return [...ordered]
}

function calculate(
  { expression, scale, rounding }: ExampleCalculation,
  data: Data,
  scene: ExampleScene,
  context: EvaluationContext,
): ExampleOutcome {
  const value = compileExpression(expression, scene.scope)(data, context)
  const text = typeof value === 'number' ? String(value) : value
  if (scale === undefined || typeof text !== 'string' || parseDecimal(text) === null)
    return { kind: 'value', value }
  if (digitsBeforePoint(text) > mostDigits) return { kind: 'tooManyDigits' }
  return { kind: 'value', value: roundTo(text, scale, rounding) }
}

/** What a calculation gives for a row, rounded as its field holds it. Never throws for what `checkExpression` lets through. */
export function runExample(
  calculation: ExampleCalculation,
  given: ExampleGiven,
  scene: ExampleScene,
): ExampleOutcome {
  const wrong = wrongInput(given, scene)
  if (wrong !== undefined) return wrong
  const before = calculationsFor(calculation.expression, given, scene)
  const all = [...before.map(([, one]) => one), calculation]
  if (all.some(({ expression }) => figuresOf(expression).length > 0)) return { kind: 'looksElsewhere' }
  const isTimeless = given.today === undefined && given.now === undefined
  if (isTimeless && all.some(({ expression }) => isVolatile(expression))) return { kind: 'dayMissing' }
  const context = contextOf(given)
  const data: Data = { ...given.inputs }
  try {
    for (const [key, formula] of before) {
      const outcome = calculate(formula, data, scene, context)
      if (outcome.kind !== 'value') return outcome
      data[key] = outcome.value
    }
    return calculate(calculation, data, scene, context)
  } catch (error) {
    if (error instanceof ExpressionError) return { kind: 'failed', problem: error.problem }
    throw error
  }
}
