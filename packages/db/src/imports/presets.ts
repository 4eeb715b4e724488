import type { ColumnMapping } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import type { ImportWrites } from './import-writes.ts'

/** A column by its name in the file, since its place may be another next time; names that were settled by hand belong to one file. */
export interface PresetColumn extends Pick<
  ColumnMapping,
  'field' | 'dateFormat' | 'decimal' | 'matchBy' | 'separator'
> {
  readonly name: string
}

export interface ImportPreset {
  readonly id: string
  readonly member: string
  readonly name: string
  readonly columns: readonly PresetColumn[]
  readonly writes: ImportWrites
}

const table = ({ schema }: WorkspaceRef): string => quoteTable(schema, '_import_preset')

/** The matches of all members for a form: own ones first, then by name. */
export function listPresets(
  connection: Connection,
  workspace: WorkspaceRef,
  form: string,
  member: string,
): Promise<ImportPreset[]> {
  return connection.query({
    text: `select id, member, name, columns, writes from ${table(workspace)} where form = $1 order by (member <> $2), name, id`,
    values: [form, member],
  })
}

/** Keeps a match; one of the same name by the same member is replaced. */
export async function savePreset(
  connection: Connection,
  workspace: WorkspaceRef,
  preset: ImportPreset & { readonly form: string; readonly now: string },
): Promise<void> {
  await connection.query({
    text: `insert into ${table(workspace)} (id, form, member, name, columns, writes, at) values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (form, member, name) do update set columns = excluded.columns, writes = excluded.writes, at = excluded.at`,
    values: [
      preset.id,
      preset.form,
      preset.member,
      preset.name,
      JSON.stringify(preset.columns),
      JSON.stringify(preset.writes),
      preset.now,
    ],
  })
}

/** False when there is no such match, or it is somebody else's. */
export async function deletePreset(
  connection: Connection,
  workspace: WorkspaceRef,
  id: string,
  member: string,
): Promise<boolean> {
  const gone = await connection.query({
    text: `delete from ${table(workspace)} where id = $1 and member = $2 returning id`,
    values: [id, member],
  })
  return gone.length === 1
}
