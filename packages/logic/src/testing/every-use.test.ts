import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkExpression } from '../check-expression.ts'
import { formsOperations } from '../operations/forms/index.ts'
import { operations } from '../operations/index.ts'
import type { OperationName } from '../operations/index.ts'
import { callsOf } from './arbitrary/expressions.ts'
import { sampleScope } from './sample-form.ts'

const names = (Object.keys(operations) as OperationName[]).filter(
  (name) => !Object.hasOwn(formsOperations, name),
)

// What looks through other forms is held to JavaScript where there are other forms: in the database package.
test.each(names)('%s is really called by the tests that compare answers, with what it takes', (name) => {
  const calls = fc.sample(callsOf(name), { numRuns: 25, seed: 11 })
  expect(calls).toHaveLength(25)
  for (const call of calls) {
    expect(Object.keys(call as object)).toEqual([name])
    expect(checkExpression(call, sampleScope).problems).toEqual([])
  }
})

test('an operation that nothing calls is not passed over', () => {
  expect(() => callsOf('sumIfs')).toThrow('sumIfs')
})
