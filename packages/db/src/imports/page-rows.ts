import type { Connection } from '../connection/connection.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import type { RowProblem } from './import-job.ts'
import { comesIn, rowTable, type StagedRow } from './import-store.ts'

export type RowsShown = 'good' | 'new' | 'changed' | 'same' | 'bad' | 'alike' | 'ask' | 'left'

const isShown: Readonly<Record<RowsShown, string>> = {
  good: `problems is null and ${comesIn}`,
  new: `problems is null and ${comesIn} and target is null`,
  changed: `problems is null and target is not null and was <> '{}'`,
  same: `problems is null and target is not null and was = '{}'`,
  bad: 'problems is not null',
  alike: 'alike is not null',
  ask: `problems is null and fate = 'ask'`,
  left: `fate = 'leave'`,
}

export interface PagedRow extends StagedRow {
  readonly problems: readonly RowProblem[] | null
}

/** Checked rows after one, in their order; with `search` those of which a cell of the file has it in it. */
export async function pageRows(
  connection: Connection,
  workspace: WorkspaceRef,
  id: string,
  request: {
    readonly show: RowsShown
    readonly search: string
    readonly after: number
    readonly most: number
  },
): Promise<PagedRow[]> {
  const { show, search, after, most } = request
  return connection.query({
    text: `select row, coalesce("values", '{}') as values, target, seen, was, alike, fate, lines, problems from ${rowTable(workspace)}
      as r where import = $1 and row > $2 and part_of is null and ${isShown[show]} and ($4 = '' or exists
        (select 1 from jsonb_array_elements_text(cells) as c where strpos(lower(c), lower($4)) > 0) or (line_count > 0 and exists
        (select 1 from ${rowTable(workspace)} as f, jsonb_array_elements_text(f.cells) as c where f.import = $1 and strpos(lower(c), lower($4)) > 0
          and f.row = any(array(select jsonb_array_elements_text(l.value)::int from jsonb_each(r.lines) as l)))))
      order by row limit $3`,
    values: [id, after, most, search],
  })
}
