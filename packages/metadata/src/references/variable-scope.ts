import type { Place } from '../find-field.ts'

/** Which names an expression can use where it stands. */
export interface VariableScope {
  /** Where plain paths start. */
  root: Place
  /** Where paths behind `$old`, `$record`, `$row` start. */
  names?: { readonly [name: string]: Place }
  /** Form made by each earlier step of a conversion, for `$created.<step>`. */
  created?: ReadonlyMap<string, string>
  /** Whether `$index` is known. */
  counted?: boolean
  /** Single names that mean something here besides those that do everywhere. */
  facts?: ReadonlySet<string>
}

export type Variable = { from: Place; path: string } | 'context' | 'unknown'

const contextNames = new Set(['$me', '$department', '$team', '$departments', '$today', '$now'])

export function resolveVariable(scope: VariableScope, name: string): Variable {
  if (contextNames.has(name)) return 'context'
  if (scope.facts?.has(name) === true) return 'context'
  if (name === '$index') return scope.counted === true ? 'context' : 'unknown'
  if (!name.startsWith('$')) return name === '' ? 'unknown' : { from: scope.root, path: name }
  const [first = '', ...rest] = name.split('.')
  if (first === '$created') {
    const form = scope.created?.get(rest[0] ?? '')
    if (form === undefined) return 'unknown'
    return { from: { form }, path: rest.slice(1).join('.') || 'id' }
  }
  const from = scope.names?.[first]
  return from === undefined || rest.length === 0 ? 'unknown' : { from, path: rest.join('.') }
}
