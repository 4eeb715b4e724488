import type { TextProblem } from '../problem.ts'
import type { Scope } from '../scope.ts'
import { formulaFunctions } from './formula-functions.ts'
import { nearestNames } from './nearest-names.ts'
import { columnScope } from './resolve-field.ts'
import { writeColumn, writeField } from './write-formula.ts'

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

function formsLike(word: string, scope: Scope): readonly NameSuggestion[] {
  const forms = (scope.forms?.() ?? []).flatMap(({ key, names }) =>
    [key, ...names].map((name) => [name, names[0] ?? key] as const),
  )
  const byName = new Map(forms)
  const near = nearestNames(word, [...byName.keys()], 6).map((name) => byName.get(name) ?? name)
  return [...new Set(near)].slice(0, 3).map((name) => ({ label: name, insert: name }))
}

/** Columns of a form that the path names rightly, like the one it names wrongly. */
function columnsLike(path: string, scope: Scope): readonly NameSuggestion[] {
  const [key, ...rest] = path.split('.')
  const form = scope.forms?.().find((one) => one.key === key)
  if (form === undefined || rest.length === 0) return []
  const inside = columnScope(form, scope)
  const byInsert = new Map(
    form
      .fields()
      .map(({ path: own, label }) => [
        writeField(own, inside),
        { label: `${form.names[0] ?? form.key}.${label}`, insert: writeColumn([form.key, ...own], scope) },
      ]),
  )
  return fieldsLike(rest.join('.'), inside).flatMap(({ insert }) => byInsert.get(insert) ?? [])
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
  if (problem.code === 'unknownForm') return formsLike(String(problem.params['form'] ?? ''), scope)
  if (problem.code === 'unknownField') {
    const word = String(problem.params['field'] ?? '')
    const columns = columnsLike(word, scope)
    return columns.length > 0 ? columns : fieldsLike(word, scope)
  }
  if (problem.code !== 'ambiguousField') return []
  const meant = String(problem.params['field'] ?? '').trim()
  return scope
    .fields()
    .filter(({ label }) => label.trim() === meant)
    .map(({ path, label }) => ({ label: `${label} (${path.join('.')})`, insert: writeField(path, scope) }))
}
