import { findAccount } from '@pipewright/db'
import { refuse, refuseField } from '../problems/refusal.ts'
import type { Services } from '../services.ts'
import { networkOf } from './network-of.ts'
import { checkPassword } from './passwords.ts'
import type { SignedIn } from './signed-in.ts'

export interface GivenPassword {
  readonly by: SignedIn
  readonly password: string
  /** The entry that holds it. */
  readonly pointer: string
  readonly address: string
}

/** Refuses whoever does not know the own password; guesses at an open screen are held up like those at sign-in (AN-08). */
export async function refuseUnlessOwnPassword(
  { database, delay }: Services,
  { by, password, pointer, address }: GivenPassword,
): Promise<void> {
  const [key, network] = [`password ${by.email}`, networkOf(address)]
  const wait = await delay.attempt(key, network)
  if (wait > 0) refuse('too-many-attempts', { params: { seconds: wait }, retryAfter: wait })
  const own = await findAccount(database, by.accountId)
  if (!(await checkPassword(own?.passwordHash, password))) refuseField(pointer, 'wrong-password')
  await delay.succeeded(key, network)
}
