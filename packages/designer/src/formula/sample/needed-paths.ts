import { dependencies } from '@pipewright/logic'
import type { DefinitionIndex, Place } from '@pipewright/metadata'
import type { Expression, FormulaField } from '@pipewright/schemas'

const bare = (path: readonly string[]): readonly string[] => (path[0] === '$old' ? path.slice(1) : path)

/** The formula of the draft that stands at a path of the place itself. */
export function formulaAt(
  index: DefinitionIndex,
  place: Place,
  path: readonly string[],
): FormulaField | undefined {
  const field = path.length === 1 ? index.field(place, path[0] ?? '')?.field : undefined
  return field?.type === 'formula' && field.expression !== null ? field : undefined
}

/** Every path a formula reads, also through other formulas of the place, once each. */
export function neededPaths(
  index: DefinitionIndex,
  place: Place,
  expression: Expression,
): readonly (readonly string[])[] {
  const found = new Map<string, readonly string[]>()
  const open = dependencies(expression).map(bare)
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const key = path.join('.')
    if (key === '' || found.has(key)) continue
    found.set(key, path)
    const formula = formulaAt(index, place, path)
    if (formula !== undefined) open.push(...dependencies(formula.expression).map(bare))
  }
  return [...found.values()]
}
