import { findAccountByEmail, setPasswordHash, type Account } from '@pipewright/db'
import { checkPassword, hashPassword, isOutdated } from '../../auth/passwords.ts'
import { networkOf } from '../../auth/network-of.ts'
import { refuse } from '../../problems/refusal.ts'
import type { Services } from '../../services.ts'

export interface Credentials {
  readonly email: string
  readonly password: string
  readonly address: string
}

/**
 * The account of these credentials, or the one refusal that does not tell whether the account exists (AN-02). Every
 * attempt counts towards the delay of account and network before anything is looked up (AN-08).
 */
export async function checkCredentials(
  { database, delay }: Services,
  { email, password, address }: Credentials,
): Promise<Account> {
  const folded = email.normalize('NFKC').toLowerCase().trim()
  const network = networkOf(address)
  const wait = await delay.attempt(folded, network)
  if (wait > 0) refuse('too-many-attempts', { params: { seconds: wait }, retryAfter: wait })
  const account = await findAccountByEmail(database, email.trim())
  const isRight = await checkPassword(account?.passwordHash, password)
  if (account === undefined || !isRight || account.disabled) refuse('wrong-credentials')
  await delay.succeeded(folded, network)
  if (isOutdated(account.passwordHash))
    await setPasswordHash(database, account.id, await hashPassword(password))
  return account
}
