/** What becomes of a row that probably is there already; `ask` until somebody decides. */
export type Fate = 'import' | 'leave' | 'update'

/** What becomes of rows that look like a record, or like an earlier row of the file. */
export interface AlikeChoice {
  readonly there: Fate | 'ask'
  readonly twice: Exclude<Fate, 'update'> | 'ask'
}

/** Why a row is thought to be there already, as far as its importer may know. */
export interface RowAlike {
  /** The record it probably is, and whether there are others, so that it is not sure which one. */
  readonly record: string | null
  readonly more: boolean
  /** Whether it is sure which record it is and the importer may change it. */
  readonly may: boolean
  /** What looks the same. */
  readonly fields: readonly string[]
  /** The earlier row that it repeats. */
  readonly twice: number | null
  /** Members whose records look the same and may not be seen, where that is told; null without an owner. */
  readonly owners: readonly (string | null)[]
}

/** What somebody decided of a single row, and which record it looked like then. */
export interface RowChoice {
  readonly fate: Fate
  readonly record: string | null
}

/**
 * What becomes of a row: what was decided of it alone, as long as it looks like the same record, else what was chosen for
 * all. A row that repeats another and is there, too, stays out when one of both says so; which record is changed is never
 * guessed.
 */
export function fateOf(
  { record, may, twice, owners }: RowAlike,
  choice: RowChoice | null | undefined,
  { there, twice: repeated }: AlikeChoice,
): Fate | 'ask' {
  const own = choice?.record === record && (choice.fate !== 'update' || may) ? choice.fate : undefined
  if (own !== undefined) return own
  const isThere = record !== null || owners.length > 0
  const fates = [...(isThere ? [there] : []), ...(twice === null ? [] : [repeated])]
  if (fates.includes('leave')) return 'leave'
  if (fates.includes('ask') || (fates.includes('update') && !may)) return 'ask'
  return fates.includes('update') ? 'update' : 'import'
}
