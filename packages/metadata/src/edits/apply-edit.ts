import { rightPaths } from './field-rights.ts'
import { type AppDefinition, type Edit, isEdit, isForm } from '@pipewright/schemas'
import { checkDefinition } from '../check/check-definition.ts'
import { type Problem, problem } from '../problem.ts'
import { isSameJson } from '../same-json.ts'
import { schemaProblems } from '../schema-problems.ts'
import type { EditResult } from './edit-spec.ts'
import { inLayout } from './in-layout.ts'
import { specOfEdit } from './index.ts'

/** Takes any value for what it claims to be: an edit, or what is wrong with its shape. */
export function loadEdit(value: unknown): { edit: Edit } | { problems: Problem[] } {
  return isEdit(value) ? { edit: value } : { problems: schemaProblems(isEdit.errors, '') }
}

/** What each edit ensures by itself is too little where parts add up: more than a list may hold, a last field. */
function checkShapes(before: AppDefinition, after: AppDefinition): Problem[] {
  const known = new Set(before.forms)
  return after.forms.flatMap((form, position) =>
    known.has(form) || isForm(form) ? [] : schemaProblems(isForm.errors, `/forms/${position}`),
  )
}

/** Everything that is wrong with a definition, as far as whoever applies edits can tell. */
type DefinitionCheck = (definition: AppDefinition) => Problem[]

/** An older definition may have problems of its own; an edit answers only for those that it makes. */
function newProblems(before: AppDefinition, after: AppDefinition, check: DefinitionCheck): Problem[] {
  const shapes = checkShapes(before, after)
  if (shapes.length > 0) return shapes
  const now = check(after)
  if (now.length === 0) return []
  const old = check(before)
  const isOld = ({ code, params }: Problem): boolean =>
    old.some((one) => one.code === code && isSameJson(one.params, params))
  return now.filter((one) => !isOld(one))
}

/**
 * Applies one edit. The answer is a new definition with the edits that take it back, or every reason why it does
 * not fit; nothing is changed in place. Pointers lead into the edit, or into the definition that it would give.
 */
export function applyEdit(
  definition: AppDefinition,
  edit: Edit,
  check: DefinitionCheck = checkDefinition,
): EditResult {
  const spec = specOfEdit(edit)
  const result = inLayout(definition, edit, spec.apply)
  if ('problems' in result || spec.arranges === true) return result
  const problems = newProblems(definition, result.definition, check)
  return problems.length > 0 ? { problems } : result
}

/** Applies edits in order; the inverse takes all of them back. Stops at the first that does not fit. */
export function applyEdits(
  definition: AppDefinition,
  list: readonly Edit[],
  check: DefinitionCheck = checkDefinition,
): EditResult & { failed?: number } {
  let current = definition
  const inverse: Edit[] = []
  for (const [position, edit] of list.entries()) {
    const result = applyEdit(current, edit, check)
    if ('problems' in result) return { ...result, failed: position }
    current = result.definition
    inverse.unshift(...result.inverse)
  }
  return { definition: current, inverse }
}

/** Keys that were published and are gone without being retired; publishing them would let a key mean two things. */
export function checkRetired(published: AppDefinition, draft: AppDefinition): Problem[] {
  const names = (one: AppDefinition): string[] =>
    one.forms.flatMap((form) => [
      form.key,
      ...form.fields.flatMap((field) => rightPaths(field, undefined).map((path) => `${form.key}.${path}`)),
    ])
  const kept = new Set([...names(draft), ...draft.retired])
  const isCovered = (name: string): boolean =>
    kept.has(name) ||
    name.split('.').some((_, place, parts) => draft.retired.includes(parts.slice(0, place).join('.')))
  const lost = [...names(published), ...published.retired].filter((name) => !isCovered(name))
  return lost.map((key) => problem('not-retired', '/retired', { key }))
}
