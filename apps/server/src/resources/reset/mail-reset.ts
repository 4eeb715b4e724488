import {
  countMailedLinks,
  findAccountByEmail,
  isAccountElsewhere,
  mailSettings,
  workspacesOf,
} from '@pipewright/db'
import type { Services } from '../../services.ts'
import { serverOf } from '../mail/send-mails.ts'
import { openSmtp } from '../mail/smtp.ts'
import { newResetToken, resetLifeMinutes } from './reset-link.ts'
import { writeResetMail } from './reset-mail.ts'

const mostPerHour = 3
const hourMs = 3600_000

/**
 * Mails a link to the account of this address, if there is one. It goes through the mail server of its workspace, which
 * the administrators there have chosen and may read: so not for an account that belongs to another workspace too.
 */
export async function mailReset(services: Services, email: string): Promise<void> {
  const { database, clock, outgoing, secret, newId, now } = services
  const account = await findAccountByEmail(database, email.trim())
  if (account === undefined || account.disabled) return
  const [workspace] = await workspacesOf(database, account.id)
  if (workspace === undefined || (await isAccountElsewhere(database, account.id, workspace.key))) return
  const settings = await mailSettings(database, workspace)
  if (settings?.enabled !== true) return
  const since = new Date(clock() - hourMs).toISOString()
  if ((await countMailedLinks(database, account.id, since)) >= mostPerHour) return
  const token = await newResetToken(services, { account: account.id, way: 'mail', workspace: workspace.key })
  const link = `${settings.baseUrl}/reset/${token}`
  const written = writeResetMail({
    locale: account.locale,
    name: account.name,
    link,
    minutes: resetLifeMinutes,
  })
  const session = await openSmtp(outgoing, serverOf(secret, workspace, settings))
  try {
    await session.send({
      ...written,
      id: newId(),
      from: { name: settings.senderName, address: settings.senderAddress },
      to: [account.email],
      date: now(),
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    })
  } finally {
    session.close()
  }
}
