import type { DefinitionIndex } from '@pipewright/metadata'
import type { Expression, RelatedList } from '@pipewright/schemas'

/** The records of a list that point to a record. */
export function pointingTo(index: DefinitionIndex, { form, field }: RelatedList, record: string): Expression {
  return index.field(form, field)?.field.type === 'relations'
    ? { hasAny: [{ var: field }, [record]] }
    : { eq: [{ var: field }, record] }
}

const conditionsOf = (filter: Expression): Expression[] => {
  const all = typeof filter === 'object' && filter !== null && 'and' in filter ? filter['and'] : undefined
  return Array.isArray(all) ? all : [filter]
}

/** Both at once, as the filter of a list is written. */
export const narrowed = (own: Expression, further: Expression | null): Expression =>
  further === null ? own : { and: [own, ...conditionsOf(further)] }
