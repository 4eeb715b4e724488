import { findEngines } from './engines.ts'
import type { Operation } from './operation.ts'
import { operations } from './operations/index.ts'

const marks = Object.entries<Operation>(operations)
  .filter(([, operation]) => operation.sql === 'pattern' || operation.sql === 'pinyin')
  .map(([name]) => `"${name}":`)

/** True while something in a definition uses patterns or pinyin and nobody has provided their engines. */
export function needsEngines(definition: unknown, areHere = findEngines() !== undefined): boolean {
  if (areHere) return false
  const text = JSON.stringify(definition)
  return marks.some((mark) => text.includes(mark))
}
