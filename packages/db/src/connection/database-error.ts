import pg from 'pg'

export type DatabaseErrorKind =
  | 'unique'
  | 'foreignKey'
  | 'notNull'
  | 'serialization'
  | 'deadlock'
  | 'lockTimeout'
  /** A statement ran longer than it may. */
  | 'timeout'
  /** No connection, or none any more. */
  | 'gone'
  | 'diskFull'
  /** A prepared statement met a table that was altered since. */
  | 'stalePlan'
  | 'other'

interface Details {
  code?: string
  constraint?: string
  table?: string
  column?: string
}

/** A failed statement. Holds names of our own things and never a value of a row or parameter. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  readonly kind: DatabaseErrorKind
  /** SQLSTATE, or the operating system's code when the server was not reached. */
  readonly code: string | undefined
  readonly constraint: string | undefined
  readonly table: string | undefined
  readonly column: string | undefined

  constructor(kind: DatabaseErrorKind, message: string, details: Details = {}) {
    super(message)
    this.kind = kind
    this.code = details.code
    this.constraint = details.constraint
    this.table = details.table
    this.column = details.column
  }
}

const kinds: Readonly<Record<string, DatabaseErrorKind>> = {
  '23505': 'unique',
  '23503': 'foreignKey',
  '23502': 'notNull',
  '40001': 'serialization',
  '40P01': 'deadlock',
  '55P03': 'lockTimeout',
  '57014': 'timeout',
  '53100': 'diskFull',
  '53300': 'gone',
  '57P01': 'gone',
  '57P02': 'gone',
  '57P03': 'gone',
  '25P03': 'gone',
  '3D000': 'gone',
}

const unreachable = /^(E[A-Z]+)$/
const terminated =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|timeout expired|Client was closed|Cannot use a pool)/

/** Classes whose messages name tables, columns and constraints, but quote no value. */
const quotesNoValue = /^(08|23|25|26|3D|40|42|53|55|57)/

const textOf = (source: object, key: string): string | undefined => {
  const value: unknown = Reflect.get(source, key)
  return typeof value === 'string' && value !== '' ? value : undefined
}

function kindOf(error: Error, code: string | undefined): DatabaseErrorKind {
  if (code === '0A000' && textOf(error, 'routine') === 'RevalidateCachedQuery') return 'stalePlan'
  if (code !== undefined) {
    const known = kinds[code]
    if (known) return known
    if (code.startsWith('08') || unreachable.test(code)) return 'gone'
  }
  return terminated.test(error.message) ? 'gone' : 'other'
}

/** The server said it, or it could not be reached: a program's own error with some `code` is neither. */
const isOfDriver = (error: Error, kind: DatabaseErrorKind): boolean =>
  error instanceof pg.DatabaseError || (kind === 'gone' && !('path' in error))

/** What went wrong, without the driver's detail, which quotes rows. Other errors than the driver's stay as they are. */
export function asDatabaseError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseError) return error
  const code = textOf(error, 'code')
  const kind = kindOf(error, code)
  if (!isOfDriver(error, kind)) return error
  const message =
    kind === 'gone' || (code !== undefined && quotesNoValue.test(code))
      ? error.message
      : `statement failed (${code ?? 'unknown'})`
  const details: Details = {}
  for (const key of ['constraint', 'table', 'column'] as const) {
    const name = textOf(error, key)
    if (name !== undefined) details[key] = name
  }
  if (code !== undefined) details.code = code
  return new DatabaseError(kind, message, details)
}
