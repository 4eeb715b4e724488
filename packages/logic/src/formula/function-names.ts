import type { Operation } from '../operation.ts'
import { operations } from '../operations/index.ts'
import type { OperationName } from '../operations/index.ts'

const names = new Map<string, OperationName>()
for (const [name, operation] of Object.entries<Operation>(operations))
  for (const written of [operation.formula.name, ...operation.formula.aliases])
    names.set(written.toUpperCase(), name as OperationName)

/** The operation a function name or alias stands for, in any case. */
export function operationOfFunction(name: string): OperationName | undefined {
  return names.get(name.toUpperCase())
}

const words = new Map<string, boolean | null>([
  ['TRUE', true],
  ['真', true],
  ['FALSE', false],
  ['假', false],
  ['NULL', null],
  ['空', null],
])

/** The value of TRUE, FALSE and NULL; undefined for every other word. */
export function valueOfWord(word: string): boolean | null | undefined {
  return words.get(word.toUpperCase())
}
