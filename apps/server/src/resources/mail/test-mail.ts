import type { Locale } from '@pipewright/contract'
import { claimTestMail, mailSettings } from '@pipewright/db'
import { HostRefused } from '../../outgoing/outgoing.ts'
import { refuse } from '../../problems/refusal.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import { serverOf } from './send-mails.ts'
import { MailRefused, openSmtp } from './smtp.ts'
import { writeTestMail } from './write-mail.ts'

const testEveryMs = 10_000

/** Sends a mail by what is saved, and says what the server answers. */
export async function sendTestMail(
  { database, outgoing, secret }: Services,
  { workspace, now, newId }: MemberScene,
  to: string,
  locale: Locale,
): Promise<void> {
  const settings = (await mailSettings(database, workspace)) ?? refuse('mail-off')
  if (!(await claimTestMail(database, workspace, now, testEveryMs)))
    refuse('too-many-attempts', { params: { seconds: testEveryMs / 1000 } })
  const { host, port, senderName: name, senderAddress: address } = settings
  const written = writeTestMail(locale, workspace.name)
  const letter = { ...written, id: newId(), from: { name, address }, to: [to], date: now, headers: {} }
  try {
    const session = await openSmtp(outgoing, serverOf(secret, workspace, settings))
    await session.send(letter).finally(() => session.close())
  } catch (error) {
    if (error instanceof HostRefused) refuse('mail-host-refused', { params: { host: `${host}:${port}` } })
    if (error instanceof MailRefused) refuse('mail-refused', { params: { answer: error.message } })
    throw error
  }
}
