import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { Scene } from '../records/scene.ts'
import { readableFiles, type StoredFile } from './file-store.ts'

export interface FileVersion extends StoredFile {
  /** Id of a member; null where strangers or the product brought it. */
  readonly uploadedBy: string | null
  readonly uploadedAt: string
}

/** More than anybody keeps of one file; the chain cannot be endless. */
const most = 200

/**
 * A file and those it stands for, newest first: of the same place, and as far as the actor may see them. Nothing where he
 * may not see the file itself.
 */
export async function fileVersions(connection: Connection, scene: Scene, id: string): Promise<FileVersion[]> {
  const table = quoteTable(scene.workspace.schema, '_file')
  const found = await connection.query<FileVersion>({
    text: `with recursive chain as (
        select f.*, 1 as depth from ${table} f where id = $1
        union all
        select f.*, chain.depth + 1 from ${table} f join chain on f.id = chain.replaces
          where chain.depth < ${most}
            and (chain.record is null or (f.record = chain.record and f.field = chain.field))
      )
      select id, name, bytes, type, version, uploaded_by as "uploadedBy", uploaded_at as "uploadedAt"
        from chain order by depth`,
    values: [id],
  })
  const ids = found.map((line) => line.id)
  const seen = new Set((await readableFiles(connection, scene, ids)).map((file) => file.id))
  return seen.has(id) ? found.filter((line) => seen.has(line.id)) : []
}
