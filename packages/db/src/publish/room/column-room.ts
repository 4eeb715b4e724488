import type { MigrationPlan } from '@pipewright/compiler'
import type { Connection } from '../../connection/connection.ts'

/**
 * A table of PostgreSQL takes 1,600 columns in all its life, dropped ones counted. `most` columns may be there at once, kept ones
 * of removed fields too; a publish that would bring a table to `rebuilt` makes it anew without the dropped ones first, so that
 * there is always room for the next changes. From `crowded` on people are told.
 */
export const columnBudget = { crowded: 1200, most: 1400, rebuilt: 1500 } as const

export interface TableRoom {
  readonly table: string
  /** Columns it has had, dropped ones too, before this change. */
  readonly used: number
  /** Columns that are there after it. */
  readonly needs: number
  /** Columns it will have had if it is not made anew. */
  readonly reaches: number
}

function countSteps({ steps }: MigrationPlan): Map<string, { added: string[]; dropped: number }> {
  const found = new Map<string, { added: string[]; dropped: number }>()
  const at = (table: string) => {
    const one = found.get(table) ?? { added: [], dropped: 0 }
    found.set(table, one)
    return one
  }
  for (const step of steps) {
    if (step.type === 'addColumn' || step.type === 'restoreColumn')
      at(step.table).added.push(step.column.name)
    // The old column stays beside the new one.
    else if (step.type === 'convertColumn') at(step.table).added.push(`_next_${step.column.name}`)
    else if (step.type === 'moveTargets') at(step.table).added.push(`_aside_${step.column}`)
    else if (step.type === 'dropColumn') at(step.table).dropped += 1
    else if (step.type === 'createTable' || step.type === 'restoreTable')
      at(step.table.name).added.push(...step.table.columns.map(({ name }) => name))
  }
  return found
}

/** How many columns the tables have, and will have, to which a plan adds some. */
export async function columnRoom(
  connection: Connection,
  schema: string,
  plan: MigrationPlan,
): Promise<readonly TableRoom[]> {
  const changes = countSteps(plan)
  const growing = [...changes].filter(([, { added }]) => added.length > 0)
  if (growing.length === 0) return []
  const rows = await connection.query<{ table: string; used: number; columns: string[] }>({
    text: `select relname as "table", max(attnum)::int as used, array_agg(attname::text) filter (where not attisdropped) as columns
      from pg_attribute join pg_class on pg_class.oid = attrelid join pg_namespace on pg_namespace.oid = relnamespace
      where nspname = $1 and relname = any($2) and attnum > 0 group by relname`,
    values: [schema, growing.map(([table]) => table)],
  })
  const has = new Map(rows.map((row) => [row.table, row]))
  return growing.map(([table, { added, dropped }]) => {
    const { used = 0, columns = [] } = has.get(table) ?? {}
    const present = new Set(columns)
    const more = added.filter((name) => !present.has(name)).length
    return { table, used, needs: present.size - dropped + more, reaches: used + more }
  })
}
