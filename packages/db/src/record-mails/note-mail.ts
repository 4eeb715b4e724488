import type { Connection } from '../connection/connection.ts'
import { logFollowUp, takingLog } from '../follow-ups/log-follow-up.ts'
import type { Cause, Outcome } from '../records/outcome.ts'
import type { Scene } from '../records/scene.ts'
import { mailTable } from './mail-store.ts'

interface Noted {
  readonly id: string
  readonly form: string
  readonly record: string
  readonly subject: string
  readonly next: string | null
}

/** As which kind mails of a form count in its log; undefined where the log knows kinds and none of them is theirs. */
function kindOf(scene: Scene, key: string): { readonly kind?: string } | undefined {
  const log = takingLog(scene, key)?.log
  if (log === undefined || (log.kind !== undefined && log.mailKind === undefined)) return undefined
  return log.mailKind === undefined ? {} : { kind: log.mailKind }
}

/**
 * A mail counts as contact: where follow-ups of its record are noted, it is noted by its subject in the name of who wrote or added
 * it. Of what is refused nothing may stay, so the transaction of a refusal is to be undone.
 */
export async function noteMail(
  tx: Connection,
  scene: Scene,
  { id, form, record, subject, next }: Noted,
  cause: Cause,
): Promise<Outcome<object>> {
  const kind = kindOf(scene, form)
  if (kind === undefined) return { ok: true }
  const noted = await logFollowUp(tx, scene, { form, record }, { text: subject, next, ...kind }, cause)
  if (!noted.ok) return noted
  await tx.query({
    text: `update ${mailTable(scene.workspace)} set note = $2 where id = $1`,
    values: [id, noted.record.id],
  })
  return { ok: true }
}
