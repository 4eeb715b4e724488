import {
  claimRecordMail,
  closeUnclearMails,
  findHold,
  handOverRecordMail,
  mailSettings,
  noteMail,
  recordMailNotSent,
  recordMailSent,
  type DueMail,
  type MailSettings,
  type Scene,
  type Workspace,
} from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { workWhenAnnounced } from '../../live/work-when-announced.ts'
import { HostRefused } from '../../outgoing/outgoing.ts'
import { nobodyIn } from '../../scene/nobody.ts'
import type { Services } from '../../services.ts'
import { serverOf } from '../mail/send-mails.ts'
import { MailRefused, openSmtp, type Missed } from '../mail/smtp.ts'
import { letterOf } from './letter-of.ts'

/** What waits for its next try, or was left by another server, is looked at after so long at most. */
const againMs = 15_000

/** How trying to send a mail ended. */
type Ending =
  | { readonly missed: Missed; readonly scene: Scene }
  | { readonly reason: string; readonly isFinal: boolean }
  | 'taken by another'

/** What a failure means once the mail was being handed over, or before. */
function endingOf(error: unknown, isHandedOver: boolean): Ending {
  if (error instanceof HostRefused) return { reason: error.message, isFinal: false }
  if (!(error instanceof MailRefused)) throw error
  // A server that fell silent may have taken the mail: only its writer knows whether it should go out twice.
  if (isHandedOver && error.isSilent) return { reason: 'unclear', isFinal: true }
  return { reason: error.message, isFinal: isHandedOver && error.isPermanent }
}

async function tryToSend(
  services: Services,
  workspace: Workspace,
  settings: MailSettings,
  mail: DueMail,
): Promise<Ending> {
  const { database, now, outgoing, secret } = services
  const composed = await letterOf(services, workspace, settings, mail)
  if ('reason' in composed) return { reason: composed.reason, isFinal: true }
  const { letter, scene, missing } = composed
  let isHandedOver = false
  try {
    const session = await openSmtp(outgoing, serverOf(secret, workspace, settings))
    try {
      if (!(await handOverRecordMail(database, workspace, mail, now()))) return 'taken by another'
      isHandedOver = true
      return { missed: await session.send(letter, missing), scene }
    } finally {
      session.close()
    }
  } catch (error) {
    return endingOf(error, isHandedOver)
  }
}

/** What was sent is kept together with the follow-up that notes it; a fault of noting must not leave the mail unclear. */
async function keepSent(
  services: Services,
  workspace: Workspace,
  mail: DueMail,
  { missed, scene }: Extract<Ending, { missed: Missed }>,
  log: (error: unknown) => void,
): Promise<void> {
  const { database } = services
  const nobody = nobodyIn(workspace, services)
  const isNew = !mail.recipients.some(({ got }) => got === true)
  try {
    await database.transaction(async (tx) => {
      await recordMailSent(tx, nobody, mail, missed)
      if (isNew) await noteMail(tx, scene, mail, { type: 'person' })
    })
  } catch (error) {
    log(error)
    await database.transaction((tx) => recordMailSent(tx, nobody, mail, missed))
  }
}

/** Sends mails of records as soon as they are written; each in a connection of its own, so that none fails with another. */
export function recordMailJob(app: FastifyInstance, services: Services): void {
  const { database, now } = services
  const log = (error: unknown) => app.log.error({ err: error }, 'a mail that was sent was not noted')
  workWhenAnnounced(app, services, {
    what: 'record-mails',
    failed: 'a mail of a record was not sent',
    againMs,
    async work(workspace, isStopping) {
      const settings = await mailSettings(database, workspace)
      if (settings?.enabled !== true || (await findHold(database, workspace)) !== undefined) return undefined
      await database.transaction((tx) => closeUnclearMails(tx, nobodyIn(workspace, services)))
      while (!isStopping()) {
        const mail = await claimRecordMail(database, workspace, now())
        if (mail === undefined) return undefined
        const ending = await tryToSend(services, workspace, settings, mail)
        if (ending === 'taken by another') continue
        if ('missed' in ending) await keepSent(services, workspace, mail, ending, log)
        else
          await database.transaction((tx) =>
            recordMailNotSent(tx, nobodyIn(workspace, services), mail, ending),
          )
      }
      return undefined
    },
  })
}
