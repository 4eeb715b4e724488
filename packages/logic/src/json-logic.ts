import jsonLogic from 'json-logic-js'
import { isList, isOperation, operatorOf } from './expression.ts'
import type { Expression } from './expression.ts'
import { step } from './frame.ts'
import type { Frame } from './frame.ts'
import { operations } from './operations/index.ts'
import type { Operation } from './operation.ts'
import { readVariable } from './read-path.ts'
import { LOOPS } from './standard-operators.ts'
import { leave } from './value.ts'
import type { Value } from './value.ts'
import { ANY } from './value-type.ts'

// json-logic-js knows no context besides the data, so the run that is under way is kept here; runs are synchronous.
let running: Frame | undefined

function current(): Frame {
  if (!running) throw new Error('no expression is running')
  return running
}

/** Counts the rounds of loops. */
const ROUND = '$round'

function runVar(this: Value, given?: Value, otherwise: Value = null): Value {
  if (given === undefined || given === '' || given === null) return step(current(), this)
  const path = String(given).split('.')
  return step(current(), readVariable(this, current().context, path) ?? otherwise)
}

jsonLogic.add_operation('var', runVar)
jsonLogic.add_operation(ROUND, (value: Value) => step(current(), value))
for (const [name, operation] of Object.entries<Operation>(operations)) {
  if ('evaluateLazily' in operation || 'columns' in operation || name === '!' || name === 'in') continue
  jsonLogic.add_operation(name, (...values: Value[]) => {
    const types = values.map(() => ANY)
    return step(current(), leave(operation.evaluate(values, current().context, types)))
  })
}

/** Copies an expression with a counter around every loop's body. */
export function withCountedLoops(expression: Expression): Expression {
  if (isList(expression)) return expression.map(withCountedLoops)
  if (!isOperation(expression)) return expression
  const { name, args } = operatorOf(expression)
  const copied = args.map(withCountedLoops)
  if (LOOPS.has(name) && copied.length > 1) copied[1] = { [ROUND]: [copied[1] as Expression] }
  return { [name]: copied }
}

/** Runs standard operators by json-logic-js itself. The operators must have been checked against the known ones. */
export function runStandard(expression: Expression, frame: Frame): Value {
  const outer = running
  running = frame
  try {
    return (jsonLogic.apply(expression as jsonLogic.RulesLogic, frame.data) as Value | undefined) ?? null
  } finally {
    running = outer
  }
}
