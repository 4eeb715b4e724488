import type { Connection } from '../connection/connection.ts'
import { logFollowUp, takingLog } from '../follow-ups/log-follow-up.ts'
import { savepoint } from '../connection/savepoint.ts'
import type { Cause } from '../records/outcome.ts'
import type { Scene } from '../records/scene.ts'
import { mailTable } from './mail-store.ts'

interface Noted {
  readonly id: string
  readonly form: string
  readonly record: string
  readonly subject: string
  /** The day to get back; left out: as it was. */
  readonly next?: string | null
  /** When it was written, of one that came in; left out: now. */
  readonly at?: string
}

/** As which kind mails of a form count in its log; undefined where the log knows kinds and none of them is theirs. */
function kindOf(scene: Scene, key: string): { readonly kind?: string } | undefined {
  const log = takingLog(scene, key)?.log
  if (log === undefined || (log.kind !== undefined && log.mailKind === undefined)) return undefined
  return log.mailKind === undefined ? {} : { kind: log.mailKind }
}

/** A refusal undoes what was begun by this. */
class NotNoted extends Error {}

/**
 * A mail counts as contact, at its own time: where follow-ups of its record are noted, it is noted by its subject in the name of who wrote or added
 * it. Where that is refused it stands without one.
 */
export async function noteMail(
  tx: Connection,
  scene: Scene,
  { id, form, record, subject, next, at }: Noted,
  cause: Cause,
): Promise<void> {
  const kind = kindOf(scene, form)
  if (kind === undefined) return
  const noting = {
    text: subject.trim() === '' ? '…' : subject,
    ...kind,
    ...(at === undefined ? {} : { at }),
    ...(next === undefined ? { next: null, keepsNext: true } : { next }),
  }
  try {
    await savepoint(tx, async () => {
      const noted = await logFollowUp(tx, scene, { form, record }, noting, cause)
      if (!noted.ok) throw new NotNoted()
      await tx.query({
        text: `update ${mailTable(scene.workspace)} set note = $2 where id = $1`,
        values: [id, noted.record.id],
      })
    })
  } catch (error) {
    if (!(error instanceof NotNoted)) throw error
  }
}
