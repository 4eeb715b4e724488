interface Failures {
  count: number
  until: number
  last: number
}

/** Failures that cost nothing yet. */
const free = 10
const forgottenAfter = 15 * 60_000
const longestMs = { account: 60_000, network: 15 * 60_000 }
const mostKeys = 10_000

export interface SignInDelay {
  /** Counts an attempt before it is checked, so that parallel guesses count too; answers the seconds to wait, or 0. */
  attempt(account: string, network: string): number
  /** The seconds to wait, or 0; counts nothing. */
  waiting(account: string, network: string): number
  /** Counts a failure that was seen only afterwards. */
  failed(account: string, network: string): void
  /** Forgets the failures of this account. */
  succeeded(account: string, network: string): void
}

/**
 * Growing delay per account and per network after ten failures (AN-08). Whoever signed in from a network before is not
 * held up by what others do there or to the account, so nobody can lock somebody else out. What is asked
 * during a delay is not counted, so the delay ends.
 */
export function createSignInDelay(clock: () => number): SignInDelay {
  const failures = new Map<string, Failures>()
  const familiar = new Set<string>()

  function known(key: string): Failures | undefined {
    const found = failures.get(key)
    return found !== undefined && clock() - found.last < forgottenAfter ? found : undefined
  }

  function count(key: string, longest: number): void {
    const now = clock()
    const times = (known(key)?.count ?? 0) + 1
    const wait = times <= free ? 0 : Math.min(1000 * 2 ** (times - free - 1), longest)
    failures.delete(key)
    failures.set(key, { count: times, until: now + wait, last: now })
    const [oldest] = failures.keys()
    if (failures.size > mostKeys && oldest !== undefined) failures.delete(oldest)
  }

  /** Whoever signed in from here before is judged by that pair alone; everybody else by account and by network. */
  function keysOf(account: string, network: string): readonly (readonly [string, number])[] {
    const pair = `${account} ${network}`
    if (familiar.has(pair)) return [[`pair ${pair}`, longestMs.account]]
    return [
      [`account ${account}`, longestMs.account],
      [`network ${network}`, longestMs.network],
    ]
  }

  function waiting(account: string, network: string): number {
    const until = Math.max(...keysOf(account, network).map(([key]) => known(key)?.until ?? 0))
    return until > clock() ? Math.ceil((until - clock()) / 1000) : 0
  }

  function failed(account: string, network: string): void {
    for (const [key, longest] of keysOf(account, network)) count(key, longest)
  }

  return {
    waiting,
    failed,
    attempt(account, network) {
      const wait = waiting(account, network)
      if (wait === 0) failed(account, network)
      return wait
    },
    succeeded(account, network) {
      const pair = `${account} ${network}`
      familiar.add(pair)
      const [oldest] = familiar
      if (familiar.size > mostKeys && oldest !== undefined) familiar.delete(oldest)
      // The network keeps its count: whoever has one account could otherwise clear it between guesses at others.
      for (const key of [`pair ${pair}`, `account ${account}`]) failures.delete(key)
    },
  }
}
