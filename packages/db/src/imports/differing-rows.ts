import type { Connection } from '../connection/connection.ts'
import { prepared } from '../connection/statement.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { rowTable } from './import-store.ts'

/** What is told of a further row that says something else of its record than the first: why it is refused, or that it does not count. */
export const differingCodes = {
  refused: { other: 'row-differs', empty: 'row-adds' },
  minded: { other: 'first-counts', empty: 'first-empty' },
} as const

/** A column in which rows of the same records differ. */
export interface DifferingColumn {
  readonly column: string
  readonly records: number
  readonly rows: number
}

/** In which columns further rows of records say something else of them, whether these are refused for it or not. */
export function readDiffering(
  connection: Connection,
  workspace: WorkspaceRef,
  id: string,
): Promise<DifferingColumn[]> {
  const codes = Object.values(differingCodes).flatMap((one) => Object.values<string>(one))
  return connection.query(
    prepared({
      text: `select p ->> 'column' as column, count(distinct row)::int as records, count(*)::int as rows
        from ${rowTable(workspace)}, jsonb_array_elements(coalesce(problems, '[]') || coalesce(warnings, '[]')) as p
        where import = $1 and (problems is not null or warnings is not null) and p ->> 'code' = any($2::text[])
        group by 1 order by 2 desc, 1`,
      values: [id, codes],
    }),
  )
}
