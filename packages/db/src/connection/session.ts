import type pg from 'pg'
import type { Connection, Statement, Transacting, TransactionOptions } from './connection.ts'
import { asDatabaseError, DatabaseError } from './database-error.ts'
import { retrying, type BackOff } from './retry.ts'

/** Counts how often altered tables made prepared statements unusable; new names make every session prepare anew. */
export interface PlanGeneration {
  current: number
}

export interface SessionContext {
  readonly backOff: BackOff
  readonly generation: PlanGeneration
}

const retried = new Set(['serialization', 'deadlock', 'stalePlan'] as const)

async function run(client: pg.ClientBase, statement: Statement, generation: PlanGeneration) {
  const used = generation.current
  const name = statement.name === undefined ? undefined : `${statement.name}.${used}`
  const config = {
    text: statement.text,
    values: [...statement.values],
    ...(name === undefined ? {} : { name }),
  }
  try {
    return await client.query(config)
  } catch (error) {
    const failure = asDatabaseError(error)
    if (failure instanceof DatabaseError && failure.kind === 'stalePlan' && generation.current === used)
      generation.current += 1
    throw failure
  }
}

/** Statements on one client. */
export function connectionOn(client: pg.ClientBase, generation: PlanGeneration): Connection {
  return {
    async query<Row>(statement: Statement): Promise<Row[]> {
      const result = await run(client, statement, generation)
      const { rows } = result
      // What the driver remembers of a statement outlives it until old memory is collected; its rows must not.
      result.rows = []
      return rows
    },
  }
}

function asFailure(error: unknown): never {
  throw asDatabaseError(error)
}

function beginning({ isolation, readOnly, lockTimeoutMs, statementTimeoutMs }: TransactionOptions): string {
  const mode = [isolation && `isolation level ${isolation}`, readOnly && 'read only']
    .filter(Boolean)
    .join(' ')
  const settings = [
    lockTimeoutMs === undefined ? '' : `; set local lock_timeout = ${Math.trunc(lockTimeoutMs)}`,
    statementTimeoutMs === undefined
      ? ''
      : `; set local statement_timeout = ${Math.trunc(statementTimeoutMs)}`,
  ]
  return `begin ${mode}${settings.join('')}`
}

/** One attempt at a transaction. The client is fit for further use only if this did not fail with `gone`. */
export async function runTransaction<T>(
  client: pg.ClientBase,
  generation: PlanGeneration,
  work: (tx: Connection) => Promise<T>,
  options: TransactionOptions,
): Promise<T> {
  let over = false
  const connection = connectionOn(client, generation)
  const tx: Connection = {
    query(statement) {
      if (over) throw new Error('A statement after the end of its transaction')
      return connection.query(statement)
    },
  }
  // Sent without waiting: the first statement travels with it, and nothing is committed unless it succeeded.
  const begun = client.query(beginning(options))
  begun.catch(() => undefined)
  try {
    const result = await work(tx)
    over = true
    await begun.catch(asFailure)
    const { command } = await client.query('commit').catch(asFailure)
    // After a failed statement that nobody minded, the server answers COMMIT with ROLLBACK and no error.
    if (command !== 'COMMIT')
      throw new Error('A statement of the transaction failed and its error was swallowed')
    return result
  } catch (error) {
    over = true
    await client.query('rollback').catch(() => undefined)
    // What the work itself threw is none of the driver's and stays what it is.
    throw error
  }
}

/** Retries a transaction as `Transacting.transaction` promises. */
export const retryingTransaction = <T>(attempt: () => Promise<T>, backOff: BackOff): Promise<T> =>
  retrying(attempt, { attempts: 5, kinds: retried, backOff })

/** Statements and transactions on one client. */
export function sessionOn(client: pg.ClientBase, { generation, backOff }: SessionContext): Transacting {
  return {
    ...connectionOn(client, generation),
    transaction: (work, options = {}) =>
      retryingTransaction(() => runTransaction(client, generation, work, options), backOff),
  }
}
