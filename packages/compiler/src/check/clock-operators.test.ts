import { askedOf, formulaFunctions, isVolatile } from '@pipewright/logic'
import { askerOperators, clockOperators, everyWindow } from '@pipewright/metadata'
import { expect, test } from 'vitest'

test('the operators that read the clock are those that the language calls volatile', () => {
  const volatile = formulaFunctions
    .map(({ operation }) => operation)
    .filter((name) => isVolatile({ [name]: [] }))
  expect([...clockOperators].toSorted()).toEqual(volatile.toSorted())
})

test('the operators that ask who reads are those that the language says so of', () => {
  const asking = formulaFunctions
    .map(({ operation }) => operation)
    .filter((name) => askedOf({ [name]: [] }).size > 0)
  expect([...askerOperators].toSorted()).toEqual(asking.toSorted())
})

test('every window of a filter is told as a sentence and runs in the database', () => {
  const known = new Map(formulaFunctions.map((each) => [each.operation as string, each]))
  for (const name of everyWindow)
    expect([name, known.get(name)?.hasSql, known.get(name)?.sentence !== undefined]).toEqual([
      name,
      true,
      true,
    ])
})
