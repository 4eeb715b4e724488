import { readableForm } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import { queryRecords } from '../records/query-records.ts'
import type { Scene } from '../records/scene.ts'
import { followSettings } from './follow-settings.ts'

/** So many followed records of a form are looked through, those looked at last first. */
const most = 500

/** Followed records of a form that somebody else changed since the member looked at them, as far as he may read them. */
export async function unseenRecords(connection: Connection, scene: Scene, form: string): Promise<string[]> {
  if (readableForm(scene.rights, form) === undefined) return []
  const { memberId } = scene.actor
  const looks = await connection.query<{
    record: string
    seen_version: number | null
    follows: boolean | null
  }>(
    prepared({
      text: `select record, seen_version, follows from ${quoteTable(scene.workspace.schema, '_look')}
        where member = $1 and form = $2 and follows is distinct from false order by seen_at desc nulls last limit ${most}`,
      values: [memberId, form],
    }),
  )
  if (looks.length === 0) return []
  const { own } = await followSettings(connection, scene, memberId)
  const page = await queryRecords(connection, scene, form, {
    filter: { in: [{ var: 'id' }, looks.map(({ record }) => record)] },
    columns: [],
    limit: most,
  })
  if (!page.ok) return []
  const of = new Map(looks.map((look) => [look.record, look]))
  return page.rows.flatMap(({ id, version, updated_by: by, owner }) => {
    const look = of.get(id)
    if (look === undefined || look.seen_version === null || version <= look.seen_version || by === memberId)
      return []
    return look.follows === true || (own && owner === memberId) ? [id] : []
  })
}
