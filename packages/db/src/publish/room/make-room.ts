import type { MigrationPlan } from '@pipewright/compiler'
import type { Connection } from '../../connection/connection.ts'
import { columnBudget, columnRoom } from './column-room.ts'
import { rebuildTable } from './rebuild-table.ts'

/** PostgreSQL ends here. */
const end = 1600

/** A table would have more columns than one can take. */
export class TableFull extends Error {
  readonly table: string
  readonly columns: number

  constructor(table: string, columns: number) {
    super(`too many columns for ${table}`)
    this.table = table
    this.columns = columns
  }
}

/** Makes tables anew that have had too many columns for what a plan adds. Throws `TableFull` when even that does not help. */
export async function makeRoom(tx: Connection, schema: string, plan: MigrationPlan): Promise<void> {
  for (const { table, used, needs, reaches } of await columnRoom(tx, schema, plan)) {
    if (needs > columnBudget.most) throw new TableFull(table, needs)
    if (reaches < columnBudget.rebuilt || used === 0) continue
    const isMade = await rebuildTable(tx, schema, table)
    if (!isMade && reaches > end) throw new TableFull(table, reaches)
  }
}
