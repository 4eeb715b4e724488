import {
  deleteSessionsOf,
  setPasswordHash,
  spendResetLink,
  voidResetLinks,
  type ResetLink,
} from '@pipewright/db'
import { networkOf } from '../../auth/network-of.ts'
import { hashPassword } from '../../auth/passwords.ts'
import { hashToken } from '../../auth/session-token.ts'
import { refuse } from '../../problems/refusal.ts'
import type { Services } from '../../services.ts'
import { refuseBadPerson } from '../session/check-person.ts'
import { openResetLink } from './reset-link.ts'

export interface NewPassword {
  readonly token: string
  readonly password: string
  readonly address: string
}

/** Sets the password of the account the link is for, once, and ends all its sessions (AN-04); answers the account. */
export async function setByLink(
  services: Services,
  { token, password, address }: NewPassword,
): Promise<string> {
  const { database, now, announcements, delay } = services
  // Hashing costs: it is not done for whoever has no link.
  if ((await openResetLink(database, token, { now: now() })) === undefined) refuse('link-invalid')
  refuseBadPerson({ password })
  const hash = await hashPassword(password)
  const { account, email } = await database.transaction(async (tx): Promise<ResetLink> => {
    const link = (await openResetLink(tx, token, { now: now(), lock: true })) ?? refuse('link-invalid')
    await spendResetLink(tx, hashToken(token), now())
    await voidResetLinks(tx, link.account, now())
    await setPasswordHash(tx, link.account, hash)
    await deleteSessionsOf(tx, link.account)
    return link
  })
  announcements.tell({ subject: 'session', what: account })
  await delay.succeeded(email.normalize('NFKC').toLowerCase().trim(), networkOf(address))
  return account
}
