import { jitteredBackOff, retrying, type BackOff } from '../connection/retry.ts'

/** Longest wait for a table that others are using: everybody who comes after waits behind it. */
export const longestLockWaitMs = 3000

const attempts = 5

/** Runs a change of tables, again after a while where they were too busy. `run` is told how long it may wait for a lock. */
export const retryingBusy = <T>(
  run: (lockTimeoutMs: number) => Promise<T>,
  {
    backOff = jitteredBackOff(200, Math.random),
    lockTimeoutMs = longestLockWaitMs,
  }: { readonly backOff?: BackOff | undefined; readonly lockTimeoutMs?: number | undefined } = {},
): Promise<T> =>
  retrying(() => run(Math.min(lockTimeoutMs, longestLockWaitMs)), {
    attempts,
    kinds: new Set(['lockTimeout', 'deadlock'] as const),
    backOff,
  })
