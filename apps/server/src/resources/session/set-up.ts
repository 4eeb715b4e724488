import type { BodyOf, Routes } from '@pipewright/contract'
import { hasAccounts, insertAccount, lockSetup, replaceSetupToken, spendSetupToken } from '@pipewright/db'
import { hashPassword } from '../../auth/passwords.ts'
import { hashToken, newToken } from '../../auth/session-token.ts'
import { refuse } from '../../problems/refusal.ts'
import type { Services } from '../../services.ts'
import { refuseBadPerson, tidy } from './check-person.ts'

const linkLifeMs = 7 * 24 * 3600_000

/** A fresh one-time link while there is no account, else null. Only its hash is kept; links printed before are void. */
export async function newSetupToken({
  database,
  clock,
  random,
}: Pick<Services, 'database' | 'clock' | 'random'>): Promise<string | null> {
  if (await hasAccounts(database)) return null
  const token = newToken(random)
  const [now, expiresAt] = [clock(), clock() + linkLifeMs].map((ms) => new Date(ms).toISOString())
  await replaceSetupToken(database, { hash: hashToken(token), now: now ?? '', expiresAt: expiresAt ?? '' })
  return token
}

/** Makes the first account. Of two calls at once one wins, the other is told that the account exists (AN-07). */
export async function makeFirstAccount(services: Services, body: BodyOf<Routes['setUp']>): Promise<string> {
  const { database, newId, now } = services
  if (await hasAccounts(database)) refuse('setup-closed')
  refuseBadPerson(body)
  const passwordHash = await hashPassword(body.password)
  const id = newId()
  await database.transaction(async (tx) => {
    await lockSetup(tx)
    if (await hasAccounts(tx)) refuse('setup-closed')
    if (!(await spendSetupToken(tx, hashToken(body.token), now()))) refuse('link-invalid')
    const { email, name, locale, zone } = body
    await insertAccount(tx, {
      id,
      email: email.trim(),
      name: tidy(name),
      passwordHash,
      locale,
      zone,
      createdAt: now(),
    })
  })
  return id
}
