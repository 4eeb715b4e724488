import type { AppDefinition, Field } from '@pipewright/schemas'
import { type DefinitionIndex, indexDefinition } from '../definition-index.ts'
import { optionsByKey } from '../options-by-key.ts'
import { isOther } from '../other-answer.ts'
import { type Problem, problem } from '../problem.ts'
import { expectationName, meets } from '../references/expectation.ts'
import type { Reference, Target } from '../references/reference.ts'
import { references } from '../references/references.ts'

type FieldTarget = Extract<Target, { kind: 'field' }>

function checkField(index: DefinitionIndex, pointer: string, target: FieldTarget): Problem[] {
  // An unknown form, or line items that are none, are told once, where they are named.
  if (index.fieldsOf(target.from.form, target.from.lineItems).length === 0) return []
  const found = index.field(target.from, target.path)
  if (found === undefined)
    return [problem('unknown-field', pointer, { path: target.path, form: target.from.form })]
  if (meets(found, target.expects)) return []
  return [
    problem('unsuitable-field', pointer, {
      path: target.path,
      expects: expectationName(target.expects),
    }),
  ]
}

const isAnswer = (index: DefinitionIndex, field: Field, option: string): boolean =>
  optionsByKey(index.options(field)).has(option) ||
  ('other' in field && field.other === true && isOther(option))

function checkReference(index: DefinitionIndex, { pointer, target }: Reference): Problem[] {
  const known = (is: unknown, otherwise: Problem): Problem[] => (is === undefined ? [otherwise] : [])
  switch (target.kind) {
    case 'field':
      return checkField(index, pointer, target)
    case 'option': {
      const { option, path, from } = target
      const field = index.field(from, path)?.field
      const isOption = field === undefined || isAnswer(index, field, option)
      return isOption ? [] : [problem('unknown-option', pointer, { option, path })]
    }
    case 'variable':
      return [problem('unknown-variable', pointer, { name: target.name })]
    case 'form':
      return known(index.form(target.key), problem('unknown-form', pointer, { key: target.key }))
    case 'optionSet':
      return known(index.optionSet(target.key), problem('unknown-option-set', pointer, { key: target.key }))
    case 'view':
      return known(index.view(target.key), problem('unknown-view', pointer, { key: target.key }))
    case 'report':
      return known(index.report(target.key), problem('unknown-report', pointer, { key: target.key }))
    case 'dashboard':
      return known(index.dashboard(target.key), problem('unknown-dashboard', pointer, { key: target.key }))
    case 'role':
      return known(index.role(target.key), problem('unknown-role', pointer, { key: target.key }))
  }
}

/** Whatever is mentioned exists and is of a kind that fits the place. */
export function checkReferences(definition: AppDefinition): Problem[] {
  const index = indexDefinition(definition)
  return references(definition).flatMap((reference) => checkReference(index, reference))
}
