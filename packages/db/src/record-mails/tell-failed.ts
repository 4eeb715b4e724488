import type { Connection } from '../connection/connection.ts'
import { notify, type Notifying } from '../notifications/notify.ts'
import type { StoredMail } from './mail-store.ts'

export type FailedMail = Pick<StoredMail, 'id' | 'form' | 'record' | 'author'>

/** Columns of what is told, for the statements by which mails fail. */
export const toldOfFailed = 'id, form, record, author'

/**
 * Tells the writers of mails that these did not go out, or not to everybody, in the transaction in which they fail: tries that
 * are followed by another one are not told.
 */
export async function tellFailedMails(
  tx: Connection,
  scene: Notifying,
  failed: readonly FailedMail[],
  { partly = false } = {},
): Promise<void> {
  for (const { id, form, record, author } of failed)
    await notify(tx, scene, {
      kind: 'mailFailed',
      members: [author],
      form,
      record,
      actor: null,
      topic: id,
      ...(partly ? { params: { partly } } : {}),
    })
}
