import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import { getRecord } from '../records/get-record.ts'
import { refused, type Outcome } from '../records/outcome.ts'
import type { Scene } from '../records/scene.ts'
import { followSettings } from './follow-settings.ts'

interface Site {
  readonly form: string
  readonly record: string
}

/** Follows a record from now on, or not any more, whatever the settings of the member say. */
export async function followRecord(
  tx: Connection,
  scene: Scene,
  { form, record }: Site,
  follows: boolean,
): Promise<Outcome<{ readonly follows: boolean }>> {
  const found = await getRecord(tx, scene, form, record)
  if (!found.ok) return refused('not-found')
  await tx.query(
    prepared({
      text: `insert into ${quoteTable(scene.workspace.schema, '_look')} (member, record, form, seen_at, seen_version, follows)
        values ($1, $2, $3, $4, $6, $5) on conflict (member, record) do update set follows = excluded.follows`,
      values: [scene.actor.memberId, record, form, scene.now, follows, found.record.version],
    }),
  )
  return { ok: true, follows }
}

/** Whoever says something about a record follows it, unless he chose otherwise. */
export async function followWhatIsCommented(
  tx: Connection,
  scene: Scene,
  { form, record }: Site,
  version: number,
): Promise<void> {
  const { memberId } = scene.actor
  if (!(await followSettings(tx, scene, memberId)).commented) return
  await tx.query(
    prepared({
      text: `insert into ${quoteTable(scene.workspace.schema, '_look')} as l (member, record, form, seen_at, seen_version, follows)
        values ($1, $2, $3, $4, $5, true)
        on conflict (member, record) do update set follows = coalesce(l.follows, true)`,
      values: [memberId, record, form, scene.now, version],
    }),
  )
}
