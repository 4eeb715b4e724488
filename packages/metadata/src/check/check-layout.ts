import type { AppDefinition, Form } from '@pipewright/schemas'
import { type Segment, toPointer } from '../pointer.ts'
import { type Problem, problem } from '../problem.ts'
import { checkUniqueItems, checkUniqueKeys } from './check-unique.ts'

function checkForm(form: Form, at: readonly Segment[]): Problem[] {
  const placed = new Set<string>()
  const problems: Problem[] = []
  for (const [position, section] of form.layout.sections.entries())
    for (const [place, { field }] of section.items.entries()) {
      const here = toPointer([...at, 'layout', 'sections', position, 'items', place, 'field'])
      if (placed.has(field)) problems.push(problem('twice-in-layout', here, { field }))
      placed.add(field)
    }
  for (const [position, { key }] of form.fields.entries())
    if (!placed.has(key))
      problems.push(problem('not-in-layout', toPointer([...at, 'fields', position]), { field: key }))
  return [
    ...problems,
    ...checkUniqueKeys(form.layout.pages, [...at, 'layout', 'pages']),
    ...checkUniqueItems(form.layout.keyFacts, [...at, 'layout', 'keyFacts']),
    ...checkUniqueItems(form.layout.quickCreate, [...at, 'layout', 'quickCreate']),
    ...checkUniqueItems(form.searchFields, [...at, 'searchFields']),
    ...checkUniqueItems(form.matchFields, [...at, 'matchFields']),
    ...checkUniqueItems(form.copyFields, [...at, 'copyFields']),
  ]
}

/** Each field stands exactly once in the layout of its form. */
export const checkLayouts = (definition: AppDefinition): Problem[] =>
  definition.forms.flatMap((form, position) => checkForm(form, ['forms', position]))
