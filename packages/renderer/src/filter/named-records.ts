import { readRef } from '@pipewright/compiler'
import type { DefinitionIndex, Place } from '@pipewright/metadata'
import type { Expression } from '@pipewright/schemas'
import type { Named } from '../environment/use-names.ts'

type Texts = (expression: Expression) => string[]

const textsIn: Texts = (expression) =>
  typeof expression === 'string' ? [expression] : Array.isArray(expression) ? expression.flatMap(textsIn) : []

function pathIn(expression: Expression): string | undefined {
  if (expression === null || typeof expression !== 'object' || Array.isArray(expression)) return undefined
  const path = expression['var']
  return typeof path === 'string' ? path : undefined
}

/** The records that a condition names beside fields that point to records. */
export function namedRecords(
  index: DefinitionIndex,
  form: string | Place,
  condition: Expression | null,
): readonly Named[] {
  if (condition === null || typeof condition !== 'object') return []
  if (Array.isArray(condition)) return condition.flatMap((part) => namedRecords(index, form, part))
  return Object.values(condition).flatMap((args): readonly Named[] => {
    if (!Array.isArray(args)) return []
    const path = args.map(pathIn).find((found) => found !== undefined)
    const site = path === undefined ? undefined : index.field(form, path)
    const field = site && index.shown(site.field)
    const ids = args.flatMap(textsIn)
    if (field?.type === 'relation' || field?.type === 'relations') return [{ form: field.form, ids }]
    if (field?.type === 'anyRelation')
      return ids.flatMap((text) => {
        const ref = readRef(text)
        return ref === undefined ? [] : [{ form: ref.form, ids: [ref.id] }]
      })
    return args.flatMap((part) => namedRecords(index, form, part))
  })
}
