import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { Scene } from '../records/scene.ts'
import { fileFieldOf, withdrawnFile } from '../files/file-field.ts'
import type { CommentPlace } from './readers.ts'

/** The actor's own uploads now belong to a comment; false when one of them is somebody else's or belongs elsewhere. */
export async function attachToComment(
  tx: Connection,
  { workspace, actor }: Scene,
  { form, record, field }: CommentPlace,
  files: readonly string[],
): Promise<boolean> {
  if (files.length === 0) return true
  const taken = await tx.query({
    text: `update ${quoteTable(workspace.schema, '_file')} set form = $1, record = $2, field = $3
      where id = any($4::uuid[]) and uploaded_by = $5 and record is null and field is null returning id`,
    values: [form, record, fileFieldOf(field), files, actor.memberId],
  })
  return taken.length === new Set(files).size
}

/** Nobody reads them any more: they were taken out of their comment, or it was removed. */
export async function withdrawFiles(
  tx: Connection,
  { workspace }: Scene,
  files: readonly string[],
): Promise<void> {
  if (files.length === 0) return
  await tx.query({
    text: `update ${quoteTable(workspace.schema, '_file')} set field = $2 where id = any($1::uuid[])`,
    values: [files, withdrawnFile],
  })
}
