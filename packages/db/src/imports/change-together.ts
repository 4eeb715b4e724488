import type { CompiledForm } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { savepoint } from '../connection/savepoint.ts'
import { changeMany, type ManyChange } from '../records/change-many.ts'
import type { Cause } from '../records/outcome.ts'
import type { Scene } from '../records/scene.ts'
import { changeRecord, type Changed } from '../records/update-record.ts'

class Refused<T> extends Error {
  readonly outcome: T
  constructor(outcome: T) {
    super('refused')
    this.outcome = outcome
  }
}

/** Does a part of a transaction of which nothing stays when the answer is a refusal. */
export async function alone<T extends { readonly ok: boolean }>(
  tx: Connection,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await savepoint(tx, async () => {
      const outcome = await work()
      if (!outcome.ok) throw new Refused(outcome)
      return outcome
    })
  } catch (error) {
    if (error instanceof Refused) return error.outcome as T
    throw error
  }
}

/**
 * Changes records together, and one after the other where they look at one another or one of them is refused by what the
 * database alone knows. Answers what came of each; refused ones stay as they were.
 */
export async function changeTogether(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  changes: readonly ManyChange[],
  cause: Cause,
): Promise<readonly Changed[]> {
  if (changes.length === 0) return []
  if (!form.looksAt.has(form.key)) {
    const together = await alone(tx, () => changeMany(tx, scene, form.key, changes, cause))
    if (together.ok) return together.outcomes
  }
  const outcomes: Changed[] = []
  for (const { id, values } of changes)
    outcomes.push(
      await alone(tx, () => changeRecord(tx, scene, form.key, id, { values }, cause, { anyVersion: true })),
    )
  return outcomes
}
