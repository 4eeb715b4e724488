import type { Connection } from '../connection/connection.ts'
import { prepared } from '../connection/statement.ts'
import type { Scene } from '../records/scene.ts'
import type { KnownNames } from './finders.ts'
import type { ImportJob } from './import-job.ts'
import { rowTable } from './import-store.ts'
import { perBatch } from './row-groups.ts'
import { namedFinder, namesRecords, type MappedColumn } from './read-file-rows.ts'

/** Names of so many rows are looked for at once. */
const rowsAhead = 20_000

interface Ahead {
  readonly column: number
  readonly texts: readonly (string | null)[]
  /** The last of the rows. */
  readonly last: number
}

/**
 * Looks for what the rows to come name, before they are read batch by batch: where no index serves, each search goes
 * through all records, and one for many batches takes hardly longer than one for each.
 */
export function namesAhead(
  scene: Scene,
  { id, rows }: ImportJob,
  columns: readonly MappedColumn[],
  names: KnownNames,
) {
  const naming = columns.filter(namesRecords)
  let known = 0
  return async (connection: Connection, after: number): Promise<void> => {
    if (naming.length === 0 || rows <= perBatch || after < known) return
    const found = await connection.query<Ahead>(
      prepared({
        text: `with ahead as materialized (select row, cells from ${rowTable(scene.workspace)} where import = $1 and row > $2 order by row limit $3)
          select c.at as column, array_agg(distinct ahead.cells ->> c.at) as texts, (select max(row) from ahead) as last
          from ahead cross join unnest($4::int[]) as c(at) group by c.at`,
        values: [id, after, rowsAhead, naming.map(({ mapping }) => mapping.column)],
      }),
    )
    names.makeRoom(rowsAhead)
    for (const { column, texts, last } of found) {
      known = last
      for (const each of naming.filter(({ mapping }) => mapping.column === column))
        await namedFinder(
          connection,
          scene,
          each,
          texts.map((text) => text ?? ''),
          names,
        )
    }
  }
}
