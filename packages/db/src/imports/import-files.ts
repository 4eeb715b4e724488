import type { FileProblemCode } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { importTable } from './import-store.ts'
import type { ImportFiles } from './import-job.ts'

export const importFileTable = ({ schema }: WorkspaceRef): string => quoteTable(schema, '_import_file')

/** A file of the zip of an import: kept as an upload, or why it is not. */
export interface ImportFile {
  readonly position: number
  readonly path: string
  readonly bytes: number
  readonly file: string | null
  readonly problem: FileProblemCode | null
}

export async function insertImportFile(
  tx: Connection,
  workspace: WorkspaceRef,
  id: string,
  { position, path, bytes, file, problem }: ImportFile,
): Promise<void> {
  await tx.query(
    prepared({
      text: `insert into ${importFileTable(workspace)} (import, position, path, bytes, file, problem) values ($1, $2, $3, $4, $5, $6)`,
      values: [id, position, path, bytes, file, problem],
    }),
  )
}

/** Says that all files of a zip are there; false where the import went on meanwhile. */
export async function describeFiles(
  tx: Connection,
  workspace: WorkspaceRef,
  id: string,
  found: ImportFiles & { readonly mapping: readonly unknown[] },
): Promise<boolean> {
  const { mapping, ...files } = found
  const rows = await tx.query({
    text: `update ${importTable(workspace)} set files = $2, mapping = $3, state = 'uploaded'
      where id = $1 and position = 0 and state in ('uploaded', 'checked', 'failed') returning id`,
    values: [id, JSON.stringify(files), JSON.stringify(mapping)],
  })
  return rows.length === 1
}

/** Takes the files of an import away, but those that a record has by now. */
export async function dropImportFiles(tx: Connection, workspace: WorkspaceRef, id: string): Promise<void> {
  await tx.query({
    text: `with gone as (delete from ${importFileTable(workspace)} where import = $1 returning file)
      delete from ${quoteTable(workspace.schema, '_file')} where record is null and field is null and id in (select file from gone)`,
    values: [id],
  })
  await tx.query({
    text: `update ${importTable(workspace)} set files = null where id = $1`,
    values: [id],
  })
}

export async function readImportFiles(
  connection: Connection,
  workspace: WorkspaceRef,
  id: string,
): Promise<ImportFile[]> {
  return connection.query<ImportFile>({
    text: `select position, path, bytes::float8 as bytes, file, problem from ${importFileTable(workspace)} where import = $1 order by position`,
    values: [id],
  })
}

/** Which files some row of the table names. */
export async function markUsed(
  connection: Connection,
  workspace: WorkspaceRef,
  id: string,
  positions: readonly number[],
): Promise<void> {
  await connection.query({
    text: `update ${importFileTable(workspace)} set used = (position = any($2::int[])) where import = $1`,
    values: [id, positions],
  })
}

/** What is to be told of the files: those that cannot be attached, and those that no row names; the first of each, all counted. */
export interface FilesTold {
  readonly refused: readonly { readonly path: string; readonly problem: FileProblemCode }[]
  readonly refusedCount: number
  readonly unused: readonly string[]
  readonly unusedCount: number
}

export async function readFilesTold(
  connection: Connection,
  workspace: WorkspaceRef,
  id: string,
  most: number,
): Promise<FilesTold> {
  const table = importFileTable(workspace)
  const [counted] = await connection.query<{ refused: number; unused: number }>({
    text: `select count(*) filter (where problem is not null)::int as refused, count(*) filter (where not used)::int as unused
      from ${table} where import = $1`,
    values: [id],
  })
  const refused = await connection.query<{ path: string; problem: FileProblemCode }>({
    text: `select path, problem from ${table} where import = $1 and problem is not null order by position limit $2`,
    values: [id, most],
  })
  const unused = await connection.query<{ path: string }>({
    text: `select path from ${table} where import = $1 and not used order by position limit $2`,
    values: [id, most],
  })
  return {
    refused,
    refusedCount: counted?.refused ?? 0,
    unused: unused.map(({ path }) => path),
    unusedCount: counted?.unused ?? 0,
  }
}
