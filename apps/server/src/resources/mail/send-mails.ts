import { notificationPlace } from '@pipewright/contract'
import {
  claimMail,
  closeUnclear,
  findMemberActor,
  gatherMail,
  handOverMail,
  mailDelayed,
  mailRefused,
  mailSent,
  mailSettings,
  noticesOf,
  tellNotifications,
  type MailSettings,
  type Told,
  type WaitingMail,
  type Workspace,
} from '@pipewright/db'
import { localize } from '@pipewright/metadata'
import type { FastifyInstance } from 'fastify'
import { everySoOften } from '../../live/every-so-often.ts'
import { HostRefused } from '../../outgoing/outgoing.ts'
import { unseal } from '../../outgoing/sealed.ts'
import { nobodyIn } from '../../scene/nobody.ts'
import { standingOf } from '../../scene/standing.ts'
import type { Services } from '../../services.ts'
import { MailRefused, openSmtp, type Letter, type SmtpServer, type SmtpSession } from './smtp.ts'
import { stopPath } from './stop-link.ts'
import { writeMail, type MailLine } from './write-mail.ts'

export const sealedFor = ({ schema }: Workspace): string => `mail ${schema}`

/** The server with its password opened. */
export const serverOf = (secret: string, workspace: Workspace, settings: MailSettings): SmtpServer => ({
  ...settings,
  password:
    settings.password === null ? null : (unseal(secret, sealedFor(workspace), settings.password) ?? null),
})

const clockOf = (locale: string, zone: string, at: string): string =>
  new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(Date.parse(at))

/** What the mail says now to its reader, with the rights of now; undefined when nothing is left to say. */
async function letterOf(
  services: Services,
  workspace: Workspace,
  settings: MailSettings,
  mail: WaitingMail,
): Promise<Letter | undefined> {
  const { database, scenes, secret, now } = services
  const { address, member, locale, zone } = mail
  const row = address === null ? undefined : await findMemberActor(database, workspace, member, now())
  if (row === undefined || address === null) return undefined
  const app = await scenes.currentApp(workspace)
  const standing = standingOf(app, row, { locale, zone, calendar: workspace.calendar })
  const scene = { ...nobodyIn(workspace, services), ...standing }
  const told = await tellNotifications(database, scene, await noticesOf(database, workspace, mail), locale)
  const base = `${settings.baseUrl}/w/${workspace.key}`
  const lineOf = (notice: Told): MailLine => {
    const place = notificationPlace(notice)
    const form = notice.form === null ? undefined : app.form(notice.form)?.form
    const clock = clockOf(locale, zone, notice.at)
    const about = form === undefined ? clock : `${localize(form.label, locale)} · ${clock}`
    return { text: notice.text, about, url: place === null ? null : `${base}${place}` }
  }
  const lines = told.filter(({ isGone }) => !isGone).map(lineOf)
  if (lines.length === 0) return undefined
  const path = stopPath(secret, workspace.key, member)
  const written = writeMail({
    locale,
    name: row.name,
    workspace: workspace.name,
    lines,
    homeUrl: base,
    settingsUrl: `${base}/notifications`,
    stopUrl: `${settings.baseUrl}${path}`,
  })
  return {
    ...written,
    id: mail.id,
    from: { name: settings.senderName, address: settings.senderAddress },
    to: [address],
    date: now(),
    headers: {
      'List-Unsubscribe': `<${settings.baseUrl}/api${path}/one-click>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
  }
}

/** Sends what waits over one connection; a server that does not answer is left alone until the next turn. */
async function sendWaiting(
  services: Services,
  workspace: Workspace,
  settings: MailSettings,
  isStopping: () => boolean,
): Promise<void> {
  const { database, now, outgoing, secret } = services
  let session: SmtpSession | undefined
  const open = async () => (session ??= await openSmtp(outgoing, serverOf(secret, workspace, settings)))

  /** Whether the server can take another one. */
  async function send(mail: WaitingMail): Promise<boolean> {
    const letter = await letterOf(services, workspace, settings, mail)
    if (letter === undefined) {
      await mailSent(database, workspace, mail, now())
      return true
    }
    try {
      const opened = await open()
      if (!(await handOverMail(database, workspace, mail, now()))) return true
      await opened.send(letter)
    } catch (error) {
      if (!(error instanceof MailRefused) && !(error instanceof HostRefused)) throw error
      const isOfAddress = error instanceof MailRefused && error.isOfAddress
      await (isOfAddress ? mailRefused : mailDelayed)(database, workspace, mail, error.message, now())
      return isOfAddress
    }
    await mailSent(database, workspace, mail, now())
    return true
  }

  try {
    while (!isStopping()) {
      const mail = await claimMail(database, workspace, now())
      if (mail === undefined || !(await send(mail))) return
    }
  } finally {
    session?.close()
  }
}

/** Mails what members are told and have not read, as often as each of them wants it. */
export function mailJob(app: FastifyInstance, services: Services): void {
  const { database, now } = services
  everySoOften(app, services, {
    everyMs: 15_000,
    failed: 'mail was not sent',
    afterRestore: 'waits',
    async look(workspace, isStopping) {
      const settings = await mailSettings(database, workspace)
      if (settings?.enabled !== true) return
      await closeUnclear(database, workspace, now())
      await gatherMail(database, nobodyIn(workspace, services), settings.since, isStopping)
      await sendWaiting(services, workspace, settings, isStopping)
    },
  })
}
