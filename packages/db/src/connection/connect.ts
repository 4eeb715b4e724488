import pg from 'pg'
import type { Connection, Database, Statement, StopListening } from './connection.ts'
import { asDatabaseError, DatabaseError } from './database-error.ts'
import { startListener } from './listener.ts'
import { jitteredBackOff, retrying } from './retry.ts'
import {
  connectionOn,
  retryingTransaction,
  runTransaction,
  sessionOn,
  type SessionContext,
} from './session.ts'
import { typeParsers } from './type-parsers.ts'

export interface ConnectOptions {
  readonly url: string
  readonly poolSize: number
  /** Spreads retries; between 0 and 1. */
  readonly random?: () => number
  /** Told of connections that broke while idle, for the log. */
  readonly onIdleError?: (error: Error) => void
}

const sessionSettings = [
  'TimeZone=UTC',
  'DateStyle=ISO',
  'IntervalStyle=iso_8601',
  'statement_timeout=30000',
  'idle_in_transaction_session_timeout=60000',
]

/** A server that answers no handshake for so long is away. */
const connectMs = 5000
/** For so long somebody waits until a connection is free: a busy moment passes, and then he has his answer. */
const waitMs = 20_000

function clientConfig(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    types: typeParsers,
    options: sessionSettings.map((setting) => `-c ${setting}`).join(' '),
    application_name: 'pipewright',
    connectionTimeoutMillis: connectMs,
    keepAlive: true,
    // Statements are sent as they come; the server answers them in order.
    pipeline: true,
  }
}

function openPool({ url, poolSize, onIdleError }: ConnectOptions): pg.Pool {
  // The pool gives its clients its own time limit, which is that of the wait.
  class Client extends pg.Client {
    constructor() {
      super(clientConfig(url))
    }
  }
  const pool = new pg.Pool({ Client, max: poolSize, connectionTimeoutMillis: waitMs })
  pool.on('error', (error) => onIdleError?.(error))
  // A client that breaks while somebody holds it emits too; its holder learns of it by the failing statement.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

async function borrow<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw asDatabaseError(error)
  })
  let broken = false
  try {
    return await work(client)
  } catch (error) {
    broken = error instanceof DatabaseError && error.kind === 'gone'
    throw error
  } finally {
    client.release(broken)
  }
}

function poolConnection(pool: pg.Pool, { generation, backOff }: SessionContext): Connection {
  const stale = { attempts: 2, kinds: new Set(['stalePlan'] as const), backOff }
  return {
    query<Row>(statement: Statement): Promise<Row[]> {
      const once = () => borrow(pool, (client) => connectionOn(client, generation).query<Row>(statement))
      return retrying(once, stale)
    },
  }
}

/** Opens the pool of an installation. Nothing is connected until the first statement. */
export function connect(options: ConnectOptions): Database {
  const pool = openPool(options)
  const random = options.random ?? Math.random
  const context: SessionContext = { backOff: jitteredBackOff(10, random), generation: { current: 0 } }
  const listeners = new Set<StopListening>()
  return {
    ...poolConnection(pool, context),
    transaction: (work, settings = {}) =>
      retryingTransaction(
        () => borrow(pool, (client) => runTransaction(client, context.generation, work, settings)),
        context.backOff,
      ),
    async session(work) {
      const client = new pg.Client(clientConfig(options.url))
      client.on('error', () => undefined)
      try {
        await client.connect().catch((error: unknown) => {
          throw asDatabaseError(error)
        })
        return await work(sessionOn(client, context))
      } finally {
        await client.end().catch(() => undefined)
      }
    },
    async listen(channel, handler, onGap = () => undefined) {
      const config = clientConfig(options.url)
      const backOff = jitteredBackOff(50, random)
      const stop = await startListener({ config, channel, handler, onGap, backOff }).catch(
        (error: unknown) => {
          throw asDatabaseError(error)
        },
      )
      listeners.add(stop)
      return async () => {
        listeners.delete(stop)
        await stop()
      }
    },
    async close() {
      await Promise.all([...listeners].map((stop) => stop()))
      await pool.end()
    },
  }
}
