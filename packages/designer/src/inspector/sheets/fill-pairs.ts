import { isWritable, valueKindOf, valueTypeOf } from '@pipewright/metadata'
import type { Field, RelationFill } from '@pipewright/schemas'

const optionsOf = (field: Field): string =>
  'optionSet' in field && field.optionSet !== undefined ? field.optionSet : ''

/** Whether a field can take over the values of another. */
export function canTake(from: Field, to: Field): boolean {
  if (from.type === 'attachment' || !isWritable(to)) return false
  if (from.type === 'lineItems' || to.type === 'lineItems') return from.type === to.type
  if (to.type === 'anyRelation')
    return (
      from.type === 'anyRelation' &&
      from.targets.every(({ form }) => to.targets.some((target) => target.form === form))
    )
  const type = valueTypeOf(from)
  if (type === 'relation' || type === 'relations')
    return to.type === type && 'form' in from && to.form === from.form
  if (type === 'choice' || type === 'multiChoice')
    return to.type === type && optionsOf(from) !== '' && optionsOf(from) === optionsOf(to)
  return type === 'member' ? to.type === type : valueKindOf(from) === valueKindOf(to) && to.type !== 'choice'
}

const isAlike = (from: Field, to: Field): boolean =>
  canTake(from, to) &&
  (from.key === to.key ||
    (from.label.en !== undefined && from.label.en === to.label.en) ||
    from.label.zh === to.label.zh)

/** Columns that are called alike on both sides. */
export function alikeColumns(from: Field, to: Field): NonNullable<RelationFill['columns']> {
  if (from.type !== 'lineItems' || to.type !== 'lineItems') return []
  return to.fields.flatMap((column) => {
    const source = from.fields.find((one) => isAlike(one, column))
    if (source === undefined) return []
    if (column.type !== 'lineItems') return [{ from: source.key, to: column.key }]
    const [first, ...rest] = alikeColumns(source, column)
    return first === undefined ? [] : [{ from: source.key, to: column.key, columns: [first, ...rest] }]
  })
}

/** The fill from one field into another; line items bring the columns that are called alike. */
export function fillOf(from: Field, to: Field): RelationFill {
  const [first, ...rest] = alikeColumns(from, to)
  return { from: from.key, to: to.key, ...(first === undefined ? {} : { columns: [first, ...rest] }) }
}

/** Fields of the picked record with those here that can take them over; tables only when a column fits. */
export const takersOf = (from: Field, here: readonly Field[], itself: string): readonly Field[] =>
  here.filter(
    (to) =>
      to.key !== itself &&
      canTake(from, to) &&
      (from.type !== 'lineItems' || alikeColumns(from, to).length > 0),
  )
