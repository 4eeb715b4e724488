import type { FieldValue } from '@pipewright/compiler'
import type { Connection } from '../../connection/connection.ts'
import { quoteIdent, quoteTable } from '../../connection/quote-ident.ts'
import type { WorkspaceRef } from '../../connection/workspace-ref.ts'
import { valueAfter } from '../become-values.ts'
import { fillRows } from '../fill-rows.ts'
import { formerColumnOf } from '../former-column.ts'
import type { StoredValue } from '../stored-values.ts'
import { nextColumn } from './next-column.ts'
import { keepsUnique } from './next-indexes.ts'
import { columnTable, noteTable, type WorkColumn } from './type-change-work.ts'

interface Scene {
  readonly tx: Connection
  readonly workspace: WorkspaceRef
}

const isFilled = (value: FieldValue): boolean =>
  value !== null &&
  !(typeof value === 'string' && value.trim() === '') &&
  !(Array.isArray(value) && value.length === 0)

/**
 * Converts the rows that a condition names, deleted records too, and answers them, locked, with those that have a value
 * which does not convert.
 */
async function convertRows(
  { tx, workspace: { schema } }: Scene,
  { table, step, reading }: WorkColumn,
  where: string,
  values: readonly unknown[],
): Promise<{ readonly ids: readonly string[]; readonly failed: ReadonlySet<string> }> {
  const { place, from, to, column } = step
  const former = await formerColumnOf({ tx, schema }, { ...place, table, key: to.key, type: to.type })
  const earlier = former === undefined ? 'null' : `r.${quoteIdent(former.name)}`
  const rows = await tx.query<StoredValue>({
    text: `select r.id, r.${quoteIdent(column.name)} as value, ${earlier} as former from ${quoteTable(schema, table)} as r where ${where} for no key update`,
    values,
  })
  const filled = rows.map((row): [string, FieldValue] => [
    row.id,
    valueAfter({ from, to, former, reading }, row),
  ])
  await fillRows({ tx, schema }, step, nextColumn(column.name), filled)
  const failed = rows.flatMap(({ id, value }, at) =>
    isFilled(value) && filled[at]?.[1] === null ? [id] : [],
  )
  return { ids: rows.map(({ id }) => id), failed: new Set(failed) }
}

/** Converts the next rows of a column, and notes how far it has come. */
export async function convertNext(scene: Scene, column: WorkColumn, size: number): Promise<void> {
  const where = `r.id > $1 order by r.id limit ${Math.trunc(size)}`
  const { ids } = await convertRows(scene, column, where, [column.last])
  await scene.tx.query({
    text: `update ${columnTable(scene.workspace)} set done = done + $2, last_id = coalesce($3, last_id), whole = $4 where position = $1`,
    values: [column.position, ids.length, ids.at(-1) ?? null, ids.length < size],
  })
}

/**
 * Two records may have changed places since: none keeps its value from before where the other one has it now. What was noted
 * is converted anew anyway.
 */
async function freeNoted({ tx, workspace }: Scene, { table, step, position }: WorkColumn): Promise<void> {
  const { schema } = workspace
  if (!(await keepsUnique(tx, schema, table))) return
  const name = quoteIdent(nextColumn(step.column.name))
  const rows = quoteTable(schema, table)
  await tx.query({
    text: `with held as (select id from ${rows} where ${name} is not null
        and id in (select record from ${noteTable(workspace)} where position = $1 and not late) order by id for no key update)
      update ${rows} r set ${name} = null from held where r.id = held.id`,
    values: [position],
  })
}

/**
 * Converts rows that were written since, once more. Those whose value does not convert stay noted as late. Answers how many
 * notes were looked at.
 */
export async function convertNoted(scene: Scene, column: WorkColumn, size: number): Promise<number> {
  const { tx, workspace } = scene
  const notes = noteTable(workspace)
  const noted = await tx.query<{ id: string | number; record: string }>({
    text: `select id, record from ${notes} where position = $1 and not late order by id limit ${Math.trunc(size)}`,
    values: [column.position],
  })
  if (noted.length === 0) return 0
  await freeNoted(scene, column)
  const records = [...new Set(noted.map(({ record }) => record))]
  const { failed } = await convertRows(scene, column, 'r.id = any($1) order by r.id', [records])
  await tx.query({
    text: `delete from ${notes} where position = $1 and (id = any($2::int8[]) or late and record = any($3::uuid[]))`,
    values: [column.position, noted.map(({ id }) => id), records],
  })
  await tx.query({
    text: `insert into ${notes} (work, position, record, late) select work, position, r, true from ${columnTable(workspace)}, unnest($2::uuid[]) as r where position = $1`,
    values: [column.position, [...failed]],
  })
  return noted.length
}

/** Whether a value was written since that does not convert, which the builder has not seen. */
export async function hasLate(tx: Connection, workspace: WorkspaceRef): Promise<boolean> {
  const rows = await tx.query({
    text: `select 1 from ${noteTable(workspace)} where late limit 1`,
    values: [],
  })
  return rows.length > 0
}
