import { readableForm } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { toStatement } from '../connection/statement.ts'
import { mayReadFileAt } from '../files/file-field.ts'
import type { Scene } from '../records/scene.ts'
import { titlesOf } from './titles-of.ts'
import { aroundRecord, type Site } from './around-record.ts'

export interface FileAround {
  readonly id: string
  readonly name: string
  readonly bytes: number
  readonly type: string
  readonly version: number
  readonly form: string
  readonly record: string
  readonly recordTitle: string
  /** Where it is attached: a field, a column of line items, or comments. */
  readonly field: string
  readonly uploadedBy: string | null
  readonly uploadedAt: string
}

type FileLine = Omit<FileAround, 'recordTitle'>

export interface FilesAsked extends Site {
  readonly withRelated: boolean
  /** The last file of the page before. */
  readonly after: { readonly at: string; readonly id: string } | null
}

const portion = 30

/** The files of a record and of those that point to it, newest first, without those it let go of or that newer ones stand for: what the reader may see where they are attached. */
export async function filesAround(
  connection: Connection,
  scene: Scene,
  asked: FilesAsked,
): Promise<{ readonly files: FileAround[]; readonly next: { at: string; id: string } | null }> {
  const { text, values } = toStatement(aroundRecord(scene, asked, asked.withRelated))
  const count = values.length
  const later =
    asked.after === null
      ? ''
      : `and (t.uploaded_at, t.id) < ($${count + 1}::timestamptz, $${count + 2}::uuid)`
  const found = await connection.query<FileLine>({
    text: `select t.id, t.name, t.bytes, t.type, t.version, t.form, t.record, t.field, t.uploaded_by as "uploadedBy", t.uploaded_at as "uploadedAt"
      from ${quoteTable(scene.workspace.schema, '_file')} t where ${text} and t.in_use ${later}
      order by t.uploaded_at desc, t.id desc limit ${portion + 1}`,
    values: [...values, ...(asked.after === null ? [] : [asked.after.at, asked.after.id])],
  })
  const page = found.slice(0, portion)
  const readable = page.filter(({ form, field }) => {
    const rights = readableForm(scene.rights, form)
    return rights !== undefined && mayReadFileAt(rights, field)
  })
  const titles = await titlesOf(connection, scene, readable)
  const last = page.at(-1)
  return {
    files: readable.flatMap((file) => {
      const recordTitle = titles.get(file.record)
      return recordTitle === undefined ? [] : [{ ...file, recordTitle }]
    }),
    next: found.length > portion && last !== undefined ? { at: last.uploadedAt, id: last.id } : null,
  }
}
