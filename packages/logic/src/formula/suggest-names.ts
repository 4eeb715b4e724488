import type { TextProblem } from '../problem.ts'
import type { Scope } from '../scope.ts'
import { formulaFunctions } from './formula-functions.ts'
import { nearestNames } from './nearest-names.ts'
import { writeField } from './write-formula.ts'

/** A name that was probably meant, and the text that says it. */
export interface NameSuggestion {
  readonly label: string
  readonly insert: string
}

function fieldsLike(word: string, scope: Scope): readonly NameSuggestion[] {
  const fields = scope.fields()
  const byName = new Map<string, NameSuggestion>()
  for (const { path, label } of fields) {
    const suggestion = { label, insert: writeField(path, scope) }
    if (!byName.has(label)) byName.set(label, suggestion)
    byName.set(path.join('.'), suggestion)
  }
  const near = nearestNames(word, [...byName.keys()], 6).flatMap((name) => byName.get(name) ?? [])
  return [...new Map(near.map((one) => [one.insert, one])).values()].slice(0, 3)
}

function functionsLike(word: string): readonly NameSuggestion[] {
  const byName = new Map(
    formulaFunctions.flatMap(({ name, aliases }) => [name, ...aliases].map((one) => [one, name] as const)),
  )
  const near = nearestNames(word, [...byName.keys()], 6).map((name) => byName.get(name) ?? name)
  return [...new Set(near)].slice(0, 3).map((name) => ({ label: name, insert: name }))
}

/** What was probably meant by a name that nothing has, or that several fields have. */
export function suggestNames(problem: TextProblem, scope: Scope): readonly NameSuggestion[] {
  if (problem.code === 'unknownFunction') return functionsLike(String(problem.params['function'] ?? ''))
  if (problem.code === 'unknownField') return fieldsLike(String(problem.params['field'] ?? ''), scope)
  if (problem.code !== 'ambiguousField') return []
  const meant = String(problem.params['field'] ?? '').trim()
  return scope
    .fields()
    .filter(({ label }) => label.trim() === meant)
    .map(({ path, label }) => ({ label: `${label} (${path.join('.')})`, insert: writeField(path, scope) }))
}
