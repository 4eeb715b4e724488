import type { JsonValue } from '@pipewright/contract'
import type { Expression } from '@pipewright/schemas'

const prefix = '$record.'

/** The name under which what a path asks for is handed over: values of the row keep their "$row.". */
const nameOf = (path: unknown): string | undefined => {
  if (typeof path !== 'string') return undefined
  if (path.startsWith(prefix)) return path.slice(prefix.length)
  return path.startsWith('$row.') ? path : undefined
}

/** Fills what a relation's filter asks of the record ("$record.account") and row ("$row.unit") with their values. */
export function bindRecord(filter: Expression, record: Readonly<Record<string, JsonValue>>): Expression {
  if (Array.isArray(filter)) return filter.map((part) => bindRecord(part, record))
  if (filter === null || typeof filter !== 'object') return filter
  const name = nameOf(filter['var'])
  if (name !== undefined) {
    const value = record[name]
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
  const name = nameOf(filter['var'])
  if (name !== undefined) return (record[name] ?? null) === null
  return Object.values(filter).some((part) => asksForEmpty(part, record))
}
