import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseError, type DatabaseErrorKind } from './database-error.ts'

/** Waits before attempt `attempt` (2, 3 …). */
export type BackOff = (attempt: number) => Promise<void>

/** Doubling waits from about `firstMs`, spread by `random` so that two losers do not meet again. */
export const jitteredBackOff =
  (firstMs: number, random: () => number): BackOff =>
  async (attempt) => {
    const widest = firstMs * 2 ** (attempt - 1)
    await sleep(widest / 2 + (random() * widest) / 2)
  }

export interface RetryOptions {
  readonly attempts: number
  readonly kinds: ReadonlySet<DatabaseErrorKind>
  readonly backOff: BackOff
}

/** Runs again after failures of the named kinds. */
export async function retrying<T>(
  run: () => Promise<T>,
  { attempts, kinds, backOff }: RetryOptions,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run()
    } catch (error) {
      const again = error instanceof DatabaseError && kinds.has(error.kind) && attempt < attempts
      if (!again) throw error
    }
    await backOff(attempt + 1)
  }
}
