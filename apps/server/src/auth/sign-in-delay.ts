import {
  forgetAttempts,
  isFamiliar,
  lockAttempts,
  readAttempts,
  setAttempts,
  setFamiliar,
  type Attempts,
  type Connection,
  type Database,
} from '@pipewright/db'
import { hashToken } from './session-token.ts'

/** Failures that cost nothing yet. */
const free = 10
const forgottenAfter = 15 * 60_000
const longestMs = { account: 60_000, network: 15 * 60_000 }

export interface SignInDelay {
  /** Counts an attempt before it is checked, so that parallel guesses count too; answers the seconds to wait, or 0. */
  attempt(account: string, network: string): Promise<number>
  /** The seconds to wait, or 0; counts nothing. */
  waiting(account: string, network: string): Promise<number>
  /** Counts a failure that was seen only afterwards. */
  failed(account: string, network: string): Promise<void>
  /** Forgets the failures of this account. */
  succeeded(account: string, network: string): Promise<void>
}

interface Key {
  readonly key: string
  readonly longest: number
}

const keyOf = (words: string, longest: number): Key => ({ key: hashToken(words), longest })
const pairOf = (account: string, network: string) => keyOf(`pair ${account} ${network}`, longestMs.account)
const accountOf = (account: string) => keyOf(`account ${account}`, longestMs.account)

/** Failures that are not forgotten yet. */
const failuresAt = (found: Attempts | undefined, now: number): number =>
  found !== undefined && now - Date.parse(found.lastAt) < forgottenAfter ? found.failures : 0

function waitAt(keys: readonly Key[], found: readonly Attempts[], now: number): number {
  const waits = keys.map(({ key, longest }) => {
    const attempts = found.find((one) => one.key === key)
    const failures = failuresAt(attempts, now)
    if (attempts === undefined || failures <= free) return 0
    return Date.parse(attempts.lastAt) + Math.min(1000 * 2 ** (failures - free - 1), longest) - now
  })
  return Math.max(0, Math.ceil(Math.max(...waits) / 1000))
}

/**
 * Growing delay per account and per network after ten failures (AN-08), counted in the database for all processes (OP-14).
 * Whoever signed in from a network before is not held up by what others do there or to the account, so nobody can lock
 * somebody else out. What is asked during a delay is not counted, so the delay ends.
 */
export function createSignInDelay({
  database,
  clock,
}: {
  readonly database: Database
  readonly clock: () => number
}): SignInDelay {
  /** Whoever signed in from here before is judged by that pair alone; everybody else by account and by network. */
  async function keysOf(connection: Connection, account: string, network: string): Promise<readonly Key[]> {
    const pair = pairOf(account, network)
    if (await isFamiliar(connection, pair.key)) return [pair]
    return [accountOf(account), keyOf(`network ${network}`, longestMs.network)]
  }

  async function counted(tx: Connection, account: string, network: string, always: boolean): Promise<number> {
    const now = clock()
    const at = new Date(now).toISOString()
    const keys = await keysOf(tx, account, network)
    const found = await lockAttempts(
      tx,
      keys.map(({ key }) => key),
      at,
    )
    const wait = waitAt(keys, found, now)
    if (wait > 0 && !always) return wait
    await setAttempts(
      tx,
      found.map((one) => ({ key: one.key, failures: failuresAt(one, now) + 1, lastAt: at })),
    )
    return 0
  }

  return {
    attempt: (account, network) => database.transaction((tx) => counted(tx, account, network, false)),
    async waiting(account, network) {
      const keys = await keysOf(database, account, network)
      const found = await readAttempts(
        database,
        keys.map(({ key }) => key),
      )
      return waitAt(keys, found, clock())
    },
    async failed(account, network) {
      await database.transaction((tx) => counted(tx, account, network, true))
    },
    async succeeded(account, network) {
      const pair = pairOf(account, network)
      await setFamiliar(database, pair.key, new Date(clock()).toISOString())
      // The network keeps its count: whoever has one account could otherwise clear it between guesses at others.
      await forgetAttempts(database, [pair.key, accountOf(account).key])
    },
  }
}
