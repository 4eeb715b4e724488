import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { Scene } from '../records/scene.ts'
import { filePlaces, mapFiles } from './file-places.ts'
import type { ImportJob } from './import-job.ts'

type Values = Readonly<Record<string, unknown>>

interface Copy {
  readonly from: string
  readonly to: string
}

async function takenOf(tx: Connection, table: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>({
    text: `select id from ${table} where id = any($1::uuid[]) and record is not null`,
    values: [ids],
  })
  return new Set(rows.map(({ id }) => id))
}

async function copyFiles(tx: Connection, scene: Scene, copies: readonly Copy[], content: boolean) {
  const { schema } = scene.workspace
  const values = [JSON.stringify(copies)]
  const pairs = `json_to_recordset($1::json) as x("from" uuid, "to" uuid)`
  await tx.query({
    text: `insert into ${quoteTable(schema, '_file')} (id, name, bytes, type, uploaded_by, uploaded_at)
      select x."to", f.name, f.bytes, f.type, f.uploaded_by, f.uploaded_at from ${pairs} join ${quoteTable(schema, '_file')} f on f.id = x."from"`,
    values,
  })
  if (!content) return
  await tx.query({
    text: `insert into ${quoteTable(schema, '_file_chunk')} (file, position, content)
      select x."to", c.position, c.content from ${pairs} join ${quoteTable(schema, '_file_chunk')} c on c.file = x."from"`,
    values,
  })
}

/**
 * A file belongs to one record: where several rows name the same, the later ones get copies. A check that is undone does
 * without their content.
 */
export function fileCopier(scene: Scene, job: Pick<ImportJob, 'form' | 'mapping' | 'files'>) {
  const form = scene.app.form(job.form)
  const places = form === undefined || job.files === null ? undefined : filePlaces(form, job.mapping)

  return async <V extends Values>(
    tx: Connection,
    rows: readonly V[],
    { content = true }: { readonly content?: boolean } = {},
  ): Promise<readonly V[]> => {
    if (places === undefined) return rows
    const named: string[] = []
    for (const values of rows)
      mapFiles(places, values, (ids) => {
        named.push(...ids)
        return ids
      })
    if (named.length === 0) return rows
    const taken = await takenOf(tx, quoteTable(scene.workspace.schema, '_file'), named)
    const copies: Copy[] = []
    const own = (from: string): string => {
      if (!taken.has(from)) {
        taken.add(from)
        return from
      }
      const to = scene.newId()
      copies.push({ from, to })
      return to
    }
    const distinct = rows.map((values) => mapFiles(places, values, (ids) => [...new Set(ids)].map(own)))
    if (copies.length > 0) await copyFiles(tx, scene, copies, content)
    return distinct
  }
}
