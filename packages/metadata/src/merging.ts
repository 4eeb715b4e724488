import type { Field } from '@pipewright/schemas'
import { isEntered } from './calculated.ts'
import { isWritable } from './field-value.ts'

/** Puts the values of all records together, where a choice names this instead of one of them. */
export const mergeAll = 'all'

const lists = new Set<Field['type']>([
  'multiChoice',
  'tags',
  'members',
  'departments',
  'relations',
  'attachment',
  'lineItems',
])

/** Whether records that are merged have something to choose there. */
export const isMerged = (field: Field): boolean => isEntered(field) && isWritable(field)

/** Whether the values of several records can be put together. */
export const isCombinable = ({ type }: Field): boolean =>
  lists.has(type) || type === 'longText' || type === 'richText'

export const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

const idOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value ? value.id : value

/** A value without the records that become one: none of them names itself or what is gone. */
export function withoutMerged({ type }: Field, value: unknown, ids: ReadonlySet<unknown>): unknown {
  if (type === 'relation' || type === 'anyRelation') return ids.has(idOf(value)) ? null : value
  if (type !== 'relations' || !Array.isArray(value)) return value
  return (value as unknown[]).filter((id) => !ids.has(id))
}

/** All of the values in one, each once. Rows of line items come one after the other. */
export function combined({ type }: Field, values: readonly unknown[]): unknown {
  const filled = [...new Set(values.filter((value) => !isNothing(value)))]
  if (type === 'longText') return filled.length === 0 ? null : filled.join('\n\n')
  if (type === 'richText') return filled.length === 0 ? null : filled.join('')
  const all = filled.flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : []))
  return type === 'lineItems' ? all : [...new Set(all)]
}

export interface MergedRecord {
  readonly id: string
  readonly values: Readonly<Record<string, unknown>>
}

/**
 * What is kept where nobody chose: files of all, else the value of the record that stays, the first of them, else of the
 * next one that has one.
 */
export function usualChoice(field: Field, records: readonly MergedRecord[]): string {
  const filled = records.filter(({ values }) => !isNothing(values[field.key]))
  if (field.type === 'attachment' && filled.length > 1) {
    const all = combined(
      field,
      filled.map(({ values }) => values[field.key]),
    ) as readonly unknown[]
    if (all.length <= (field.maxFiles ?? all.length)) return mergeAll
  }
  return filled[0]?.id ?? records[0]?.id ?? ''
}
