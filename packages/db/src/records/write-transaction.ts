import type { Connection, Transacting } from '../connection/connection.ts'

class Undo<T> extends Error {
  readonly answer: T
  constructor(answer: T) {
    super('undone')
    this.answer = answer
  }
}

/** A transaction of which nothing stays when the answer is a refusal. */
export async function writeTransaction<T extends { readonly ok: boolean }>(
  on: Transacting,
  work: (tx: Connection) => Promise<T>,
): Promise<T> {
  try {
    return await on.transaction(async (tx) => {
      const answer = await work(tx)
      if (!answer.ok) throw new Undo(answer)
      return answer
    })
  } catch (error) {
    if (error instanceof Undo) return error.answer as T
    throw error
  }
}
