import type { AppDefinition, LookupField } from '@pipewright/schemas'
import { indexDefinition, type DefinitionIndex } from '../definition-index.ts'
import { eachField } from '../each-field.ts'
import type { Place } from '../find-field.ts'
import { type Problem, problem } from '../problem.ts'
import { resultLooks } from '../result-looks.ts'

function checkLookup(index: DefinitionIndex, place: Place, field: LookupField, pointer: string): Problem[] {
  const found = index.field(place, field.path)
  const looks = found && resultLooks(found.field)
  if (looks === undefined) return []
  const fits = looks.resultType === field.resultType && looks.resultForm === field.resultForm
  return fits
    ? []
    : [problem('wrong-result', `${pointer}/resultType`, { field: field.key, path: field.path })]
}

/** A lookup is of the type of the field it shows. */
export function checkLookups(definition: AppDefinition): Problem[] {
  const index = indexDefinition(definition)
  const problems: Problem[] = []
  eachField(definition, ({ field, ...place }, pointer) => {
    if (field.type === 'lookup') problems.push(...checkLookup(index, place, field, pointer))
  })
  return problems
}
