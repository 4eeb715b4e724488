import { physicalName } from './physical-name.ts'
import type { IndexKey, IndexPlan } from './table-plan.ts'

export type Wanted = Omit<IndexPlan, 'name'>

export const plain = (column: string): IndexKey => ({ column, direction: 'asc' })

export const list = (table: string, keys: readonly IndexKey[], live = true): Wanted => ({
  table,
  method: 'btree',
  unique: false,
  keys,
  live,
})

/** The same index always has the same name, and another one another. */
export function namedIndex(wanted: Wanted): IndexPlan {
  const { table, keys, unique } = wanted
  const parts = [table, ...keys.map(({ column }) => column).filter((column) => column !== 'id')]
  return { name: physicalName([...parts, unique ? 'key' : 'idx'], JSON.stringify(wanted)), ...wanted }
}
