import { tableAt, tableOf } from '@pipewright/compiler'
import { rowsPlace } from '@pipewright/metadata'
import type { Connection, Statement } from '../connection/connection.ts'
import { columnsOf } from '../publish/catalogue.ts'
import { countFilled, countLive } from '../publish/live-rows.ts'
import type { KeptItem } from './kept-items.ts'

function counting(schema: string, { kind, place, field, entries }: KeptItem): Statement {
  if (kind === 'form') return countLive(schema, place)
  const own = entries.find(({ column }) => column !== '' && (kind === 'values' || column === field?.key))
  const column = own?.column ?? entries.find((entry) => entry.column !== '')?.column
  if (column !== undefined) return countFilled(schema, place, column)
  return countLive(schema, field === undefined ? place : rowsPlace(place, field.key))
}

/** Records (or rows of line items) that hold what was kept; 0 where the tables are not what they should be. */
export async function countKept(connection: Connection, schema: string, item: KeptItem): Promise<number> {
  const { place, kind, field } = item
  const inner = field?.type === 'lineItems' ? rowsPlace(place, field.key) : place
  const tables = [tableOf(place.form), ...(kind === 'form' ? [] : [tableAt(inner)])]
  for (const table of tables) if ((await columnsOf(connection, schema, table)).size === 0) return 0
  const [row] = await connection.query<{ count: number }>(counting(schema, item))
  return row?.count ?? 0
}
