import type { Connection } from '../connection/connection.ts'
import { prepared } from '../connection/statement.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { differingCodes } from './differing-rows.ts'
import { keptProblems, type RowProblem } from './import-job.ts'
import { importTable, rowTable, type CheckedRow } from './import-store.ts'
import type { Minded } from './import-states.ts'

/** Remembers which record each row became, and what was to be minded of it then, beside what the check found in the file alone. */
export async function saveRecords(
  tx: Connection,
  workspace: WorkspaceRef,
  id: string,
  made: readonly (Pick<CheckedRow, 'row' | 'warnings'> & { readonly record: string })[],
): Promise<void> {
  await tx.query(
    prepared({
      text: `update ${rowTable(workspace)} as r set record = x.record, warnings = case when r.warnings is null then x.warnings else
          nullif(coalesce((select jsonb_agg(w) from jsonb_array_elements(r.warnings) as w where w ->> 'code' = any($3::text[])), '[]')
            || coalesce(x.warnings, '[]'), '[]') end
        from json_to_recordset($2::json) as x(row int, record uuid, warnings jsonb) where r.import = $1 and r.row = x.row`,
      values: [id, JSON.stringify(made), Object.values(differingCodes.minded)],
    }),
  )
}

/** Remembers and counts why rows were refused that were good when they were checked; they are not tried again. */
export async function refuseRows(
  tx: Connection,
  workspace: WorkspaceRef,
  id: string,
  problems: readonly RowProblem[],
): Promise<void> {
  if (problems.length === 0) return
  // What is wrong with a line is told of its record, which stays out as a whole.
  await tx.query(
    prepared({
      text: `with told as (select coalesce(f.part_of, f.row) as head, jsonb_agg(x.problem order by x.place) as problems
          from jsonb_array_elements($2::jsonb) with ordinality as x(problem, place)
          join ${rowTable(workspace)} as f on f.import = $1 and f.row = (x.problem ->> 'row')::int group by 1),
        kept as (update ${rowTable(workspace)} as r set problems = told.problems from told where r.import = $1 and r.row = told.head returning 1)
        update ${importTable(workspace)} set refused = refused + (select count(*) from kept) where id = $1`,
      values: [id, JSON.stringify(problems)],
    }),
  )
}

/** The first of what is to be told when all rows were worked off. */
export async function readTold(
  connection: Connection,
  workspace: WorkspaceRef,
  id: string,
): Promise<Minded & { readonly problems: readonly RowProblem[] }> {
  const first = async (column: 'problems' | 'warnings') => {
    const rows = await connection.query<{ told: readonly RowProblem[] }>({
      text: `select ${column} as told from ${rowTable(workspace)}
        where import = $1 and ${column} is not null and ${column === 'warnings' ? 'record is not null' : 'record is null'}
        order by row limit $2`,
      values: [id, keptProblems],
    })
    return rows.flatMap(({ told }) => told).slice(0, keptProblems)
  }
  const [counted] = await connection.query<{ warned: number }>({
    text: `select count(*)::int as warned from ${rowTable(workspace)}
      where import = $1 and warnings is not null and record is not null`,
    values: [id],
  })
  return {
    problems: await first('problems'),
    warnings: await first('warnings'),
    warned: counted?.warned ?? 0,
  }
}
