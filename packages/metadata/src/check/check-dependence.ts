import type { AppDefinition, Field } from '@pipewright/schemas'
import { type Segment, toPointer } from '../pointer.ts'
import { type Problem, problem } from '../problem.ts'

const above = (field: Field | undefined): string | undefined =>
  field !== undefined && 'dependsOn' in field ? field.dependsOn : undefined

/** The way up from a field over those its options depend on, until it ends or comes round to where it began. */
function wayUp(fields: ReadonlyMap<string, Field>, start: string): string[] {
  const way = [start]
  for (let key = above(fields.get(start)); key !== undefined; key = above(fields.get(key))) {
    if (way.includes(key)) return key === start ? [...way, key] : []
    way.push(key)
  }
  return []
}

function checkFields(fields: readonly Field[], at: readonly Segment[]): Problem[] {
  const byKey = new Map(fields.map((field) => [field.key, field]))
  return fields.flatMap((field, position) => {
    const here = [...at, position]
    const inside = field.type === 'lineItems' ? checkFields(field.fields, [...here, 'fields']) : []
    const round = wayUp(byKey, field.key)
    if (round.length === 0) return inside
    const path = round.map((key) => byKey.get(key)?.label ?? { en: key })
    return [...inside, problem('cycle', toPointer([...here, 'dependsOn']), { path })]
  })
}

/** No choice depends on itself, not even over others. */
export const checkDependence = (definition: AppDefinition): Problem[] =>
  definition.forms.flatMap((form, position) => checkFields(form.fields, ['forms', position, 'fields']))
