import type { AlikeChoice } from './row-alike.ts'

/** Whether rows make records, change those they name, or both; and by which fields a row names one. */
export interface ImportWrites {
  readonly mode: 'create' | 'update' | 'both'
  /** Fields that together tell which record is meant; empty where all are made. */
  readonly by: readonly string[]
  /** What an empty cell does to a record that is there. */
  readonly empty: 'keep' | 'clear'
  /** What becomes of rows that probably are there already; left out where nobody looks for them. */
  readonly alike?: AlikeChoice
  /** What becomes of a record whose further rows say something else of it than its first; it is refused when left out. */
  readonly differing?: 'refuse' | 'first'
}

export const onlyCreates: ImportWrites = { mode: 'create', by: [], empty: 'keep' }
