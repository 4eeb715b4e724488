/** One statement: fixed text with `$1…` and the values it binds. A name makes it a prepared statement. */
export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
  readonly name?: string
}

/**
 * Where statements run: the pool, one session or an open transaction; repository functions take it first and do not
 * care which. Rows come with dates as `YYYY-MM-DD`, instants as ISO UTC with milliseconds, numerics as text and
 * bigints as numbers while these are exact. Failures are `DatabaseError`s.
 */
export interface Connection {
  query<Row = Record<string, unknown>>(statement: Statement): Promise<Row[]>
}

export interface TransactionOptions {
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable'
  readonly readOnly?: boolean
  /** How long a statement may wait for a lock; without it as long as a statement may run. */
  readonly lockTimeoutMs?: number
  /** How long a statement may run; 0 for as long as it likes. */
  readonly statementTimeoutMs?: number
}

/** Something a transaction can be opened on. */
export interface Transacting extends Connection {
  /**
   * Runs everything or nothing. A deadlock or serialization failure runs it again (at most 5 times in all), so `run`
   * must have no effects outside the transaction.
   */
  transaction<T>(run: (tx: Connection) => Promise<T>, options?: TransactionOptions): Promise<T>
}

/** Takes a listener off again. */
export type StopListening = () => Promise<void>

/** The database of an installation, behind a pool. */
export interface Database extends Transacting {
  /** Runs on one server session of its own, which ends afterwards; for session locks and settings. */
  session<T>(run: (session: Transacting) => Promise<T>): Promise<T>
  /**
   * Hears notifications on a connection of its own, which comes back by itself. `onGap` is called when it was lost and
   * is back: what was announced in between was not heard.
   */
  listen(channel: string, handler: (payload: string) => void, onGap?: () => void): Promise<StopListening>
  close(): Promise<void>
}
