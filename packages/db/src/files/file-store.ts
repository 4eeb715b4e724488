import { planTitles, readableForm } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { readSceneOf, run, type Scene } from '../records/scene.ts'
import { mayReadFileAt } from './file-field.ts'

export interface StoredFile {
  readonly id: string
  readonly name: string
  readonly bytes: number
  readonly type: string
  /** 1 for what stands for no other file. */
  readonly version: number
}

interface FileLine extends StoredFile {
  readonly uploadedBy: string | null
  readonly form: string | null
  readonly record: string | null
  readonly field: string | null
}

const files = ({ schema }: WorkspaceRef): string => quoteTable(schema, '_file')
const chunks = ({ schema }: WorkspaceRef): string => quoteTable(schema, '_file_chunk')

export interface NewFile extends Omit<StoredFile, 'version'> {
  /** The file it stands for from now on; none where it is the first of its kind. */
  readonly replaces?: StoredFile | undefined
  readonly uploadedBy: string
  readonly now: string
}

/** What comes after a file, or begins. */
export const versionAfter = (file: StoredFile | undefined): number => (file?.version ?? 0) + 1

/** Begins a file, whose content follows in the same transaction. */
export async function insertFile(tx: Connection, workspace: WorkspaceRef, file: NewFile): Promise<void> {
  await tx.query({
    text: `insert into ${files(workspace)} (id, name, bytes, type, uploaded_by, uploaded_at, replaces, version) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [
      file.id,
      file.name,
      file.bytes,
      file.type,
      file.uploadedBy,
      file.now,
      file.replaces?.id ?? null,
      versionAfter(file.replaces),
    ],
  })
}

export async function insertChunk(
  tx: Connection,
  workspace: WorkspaceRef,
  chunk: { readonly file: string; readonly position: number; readonly content: Uint8Array },
): Promise<void> {
  await tx.query(
    prepared({
      text: `insert into ${chunks(workspace)} (file, position, content) values ($1, $2, $3)`,
      values: [chunk.file, chunk.position, chunk.content],
    }),
  )
}

/** One part of a file's content; undefined after the last. */
export async function readChunk(
  connection: Connection,
  workspace: WorkspaceRef,
  file: string,
  position: number,
): Promise<Uint8Array | undefined> {
  const [chunk] = await connection.query<{ content: Uint8Array }>(
    prepared({
      text: `select content from ${chunks(workspace)} where file = $1 and position = $2`,
      values: [file, position],
    }),
  )
  return chunk?.content
}

/** Where a picture for layouts belongs: to no record, for every member to see. */
const ofLayouts = '$layout'

/** Keeps a file that was just uploaded as a picture for layouts. */
export async function keepAsPicture(tx: Connection, workspace: WorkspaceRef, id: string): Promise<void> {
  await tx.query({
    text: `update ${files(workspace)} set field = $2 where id = $1 and record is null`,
    values: [id, ofLayouts],
  })
}

/** A picture for layouts; nothing for any other file. */
export async function findPicture(
  connection: Connection,
  workspace: WorkspaceRef,
  id: string,
): Promise<StoredFile | undefined> {
  const [file] = await connection.query<StoredFile>({
    text: `select id, name, bytes, type, version from ${files(workspace)} where id = $1 and field = $2 and record is null`,
    values: [id, ofLayouts],
  })
  return file
}

function mayReadAt({ rights }: Scene, form: string, field: string): boolean {
  const own = readableForm(rights, form)
  return own !== undefined && mayReadFileAt(own, field)
}

async function visibleRecords(
  connection: Connection,
  scene: Scene,
  lines: readonly FileLine[],
): Promise<Set<string>> {
  const wanted = new Map<string, Set<string>>()
  for (const { form, record, field } of lines) {
    if (form === null || record === null || field === null || !mayReadAt(scene, form, field)) continue
    wanted.set(form, (wanted.get(form) ?? new Set()).add(record))
  }
  const statement = planTitles(readSceneOf(scene), wanted)
  const found = statement === undefined ? [] : await run<{ id: string }>(connection, statement)
  return new Set(found.map(({ id }) => id))
}

/**
 * The files among these ids that the actor may see: pictures for layouts, own uploads that no record has yet, and those of records and fields
 * that he may read now.
 */
export async function readableFiles(
  connection: Connection,
  scene: Scene,
  ids: readonly string[],
): Promise<StoredFile[]> {
  const lines = await connection.query<FileLine>({
    text: `select id, name, bytes, type, version, uploaded_by as "uploadedBy", form, record, field from ${files(scene.workspace)} where id = any($1::uuid[])`,
    values: [[...new Set(ids)]],
  })
  const visible = await visibleRecords(connection, scene, lines)
  const readable = lines.filter(({ form, record, field, uploadedBy }) => {
    if (field === ofLayouts && record === null) return true
    if (form === null || record === null || field === null) return uploadedBy === scene.actor.memberId
    return visible.has(record) && mayReadAt(scene, form, field)
  })
  const order = new Map(ids.map((id, position) => [id, position]))
  return readable
    .toSorted((one, other) => (order.get(one.id) ?? 0) - (order.get(other.id) ?? 0))
    .map(({ id, name, bytes, type, version }) => ({ id, name, bytes, type, version }))
}

/** Uploads that no record, no layout and no import that is not over took until then; answers how many went. */
export async function deleteUnattachedFiles(
  connection: Connection,
  workspace: WorkspaceRef,
  before: string,
): Promise<number> {
  const gone = await connection.query({
    text: `delete from ${files(workspace)} f where record is null and field is null and uploaded_at < $1
      and not exists (select 1 from ${quoteTable(workspace.schema, '_import_file')} x join ${quoteTable(workspace.schema, '_import')} i on i.id = x.import
        where x.file = f.id and i.state not in ('done', 'cancelled')) returning id`,
    values: [before],
  })
  return gone.length
}
