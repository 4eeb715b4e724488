import type { JsonValue } from '@pipewright/contract'
import type { Expression } from '@pipewright/schemas'

const prefix = '$record.'

/** Fills what a relation's filter asks of the record being edited ("$record.account") with its values. */
export function bindRecord(filter: Expression, record: Readonly<Record<string, JsonValue>>): Expression {
  if (Array.isArray(filter)) return filter.map((part) => bindRecord(part, record))
  if (filter === null || typeof filter !== 'object') return filter
  const path = filter['var']
  if (typeof path === 'string' && path.startsWith(prefix)) {
    const value = record[path.slice(prefix.length)]
    return value === undefined || (typeof value === 'object' && value !== null) ? null : value
  }
  return Object.fromEntries(
    Object.entries(filter).map(([operator, part]) => [operator, bindRecord(part, record)]),
  )
}

/** Whether the filter asks for something of the record that is still empty; then it says nothing yet. */
export function asksForEmpty(filter: Expression, record: Readonly<Record<string, JsonValue>>): boolean {
  if (Array.isArray(filter)) return filter.some((part) => asksForEmpty(part, record))
  if (filter === null || typeof filter !== 'object') return false
  const path = filter['var']
  if (typeof path === 'string' && path.startsWith(prefix))
    return (record[path.slice(prefix.length)] ?? null) === null
  return Object.values(filter).some((part) => asksForEmpty(part, record))
}
