import { partColumn, partNamed, systemFields, viewKinds, type DefinitionIndex } from '@pipewright/metadata'
import { isOperation, operatorOf, type Expression } from '@pipewright/logic'
import type { Field, Form, Sort, View } from '@pipewright/schemas'
import { fewOptions } from '../records/sql/option-place.ts'
import { fitsIndex } from './fits-index.ts'
import { isStored } from './is-stored.ts'
import type { IndexKey } from './table-plan.ts'

/**
 * The order of a list in full: ends with the id, in the direction of the last key, so that no two records tie and a
 * page can go on after any of them. Empty values come last. Without keys the latest change is first.
 */
export function orderOf(sort: readonly Sort[] | undefined): Sort[] {
  const keys: readonly Sort[] = sort?.length ? sort : [{ field: 'updated_at', direction: 'desc' }]
  const direction = keys.at(-1)?.direction ?? 'desc'
  return keys.some((key) => key.field === 'id') ? [...keys] : [...keys, { field: 'id', direction }]
}

const pathOf = (expression: Expression | undefined): string | undefined => {
  if (expression === undefined || !isOperation(expression)) return undefined
  const { name, args } = operatorOf(expression)
  return name === 'var' && typeof args[0] === 'string' ? args[0] : undefined
}

/** Fields that every record of the list has one and the same value of. */
function fixedFields(filter: Expression | undefined): string[] {
  if (filter === undefined || !isOperation(filter)) return []
  const { name, args } = operatorOf(filter)
  if (name === 'and') return args.flatMap((part) => fixedFields(part))
  if (name !== 'eq') return []
  const path = pathOf(args[0])
  // Another field on the other side says nothing about the value; `$me` and its like are one value.
  const other = pathOf(args[1])
  return path !== undefined && (other === undefined || other.startsWith('$')) ? [path] : []
}

/** The order in which a view asks for records: its own, or that of time. */
const orderKept = ({ type, sort, start }: View, isRange: boolean): readonly Sort[] | undefined =>
  viewKinds[type].ordered !== true || start === undefined
    ? sort
    : [{ field: isRange ? `${start}.start` : start, direction: 'asc' }]

/** Types that are put in order by the titles they stand for. */
const orderedElsewhere = new Set<Field['type']>(['relation', 'anyRelation', 'member', 'department'])

/** How an index holds a field in order: options by the places where people put them, when those are few. */
function orderedKey(
  index: DefinitionIndex,
  field: Field | undefined,
  { field: path, direction }: Sort,
): IndexKey[] {
  if (field === undefined || orderedElsewhere.has(field.type)) return []
  const key = { column: partColumn(path), direction }
  if (field.type !== 'choice') return [key]
  const places = index.options(field).map((option) => option.key)
  return places.length > fewOptions ? [] : [{ ...key, places }]
}

/** The fields of a form by their paths, and whether they are columns that an index can hold. */
function columnsIn(index: DefinitionIndex, form: Form) {
  const fieldOf = (key: string): Field | undefined => {
    const [head = '', part] = key.split('.')
    const own = form.fields.find((field) => field.key === head) ?? systemFields.get(head)
    return part === undefined ? own : own && partNamed(own, part)
  }
  const isColumn = (key: string): boolean => {
    const field = fieldOf(key)
    if (field === undefined) return false
    return (
      systemFields.has(key) || (fitsIndex(field) && isStored(index.definition, { form: form.key }, field))
    )
  }
  return { fieldOf, isColumn }
}

/** Fields by which a view asks for one part of its records after the other. */
const groupedBy = ({ type, groupBy, lanes, parent }: View): readonly (string | undefined)[] => {
  if (type === 'board') return [groupBy, lanes]
  return type === 'tree' ? [parent] : []
}

const isRangeOf = ({ start }: View, fieldOf: (key: string) => Field | undefined): boolean =>
  start !== undefined && fieldOf(start)?.type === 'dateRange'

/** What an index needs to find records by a date. */
export function dateKeys(index: DefinitionIndex, form: Form, path: string): IndexKey[] | null {
  return columnsIn(index, form).isColumn(path) ? [{ column: partColumn(path), direction: 'asc' }] : null
}

/** Where records last, those of a window are found by their ends too: few of many old ones reach into it. */
export function endKeys(index: DefinitionIndex, form: Form, view: View): IndexKey[] | null {
  const { start, end, type } = view
  const { fieldOf, isColumn } = columnsIn(index, form)
  const path = isRangeOf(view, fieldOf) ? `${start}.end` : end
  if (viewKinds[type].ordered !== true || path === undefined || !isColumn(path)) return null
  return [{ column: partColumn(path), direction: 'asc' }]
}

/**
 * What an index needs to find a view's records, and to give them in order when their order is that of columns of the
 * form; null when it could do neither.
 */
export function viewKeys(index: DefinitionIndex, form: Form, view: View): IndexKey[] | null {
  const { fieldOf, isColumn } = columnsIn(index, form)
  const isRange = isRangeOf(view, fieldOf)
  const grouped = groupedBy(view).flatMap((key) => key ?? [])
  const fixed = [...new Set([...fixedFields(view.filter), ...grouped])].filter(isColumn)
  const order = orderOf(orderKept(view, isRange)).filter(({ field }) => !fixed.includes(field))
  const ordered = order.flatMap((sort) =>
    isColumn(sort.field) ? orderedKey(index, fieldOf(sort.field), sort) : [],
  )
  const inOrder = ordered.length === order.length ? ordered : []
  if (fixed.length + inOrder.length === 0) return null
  return [...fixed.map((key) => ({ column: partColumn(key), direction: 'asc' as const })), ...inOrder]
}
