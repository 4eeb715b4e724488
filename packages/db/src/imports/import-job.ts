import type { ColumnMapping, IssueParams } from '@pipewright/compiler'
import type { ImportWrites } from './import-writes.ts'
import type { RowChoice } from './row-alike.ts'

export type ImportState = 'uploaded' | 'checking' | 'checked' | 'importing' | 'done' | 'failed' | 'cancelled'

/** Why an import as a whole did not go through; `stuck` when servers ended again and again where it was. */
export type ImportError = 'refused' | 'changed' | 'stuck' | 'internal'

/** A column of the file: its place, header and first values. */
export interface FileColumn {
  readonly column: number
  readonly name: string
  readonly samples: readonly string[]
}

/** One thing wrong with one row; the message is written when the reader's language is known. */
export interface RowProblem {
  /** Row of the file as a spreadsheet counts it. */
  readonly row: number
  readonly column: string | null
  readonly field: string | null
  readonly value: string | null
  readonly code: string
  readonly params?: IssueParams
  /** Where it is about a line item: its place among those of the record, from 0. */
  readonly item?: number
}

/** How the text of a file was read: in which encoding, and whether somebody chose it. */
export interface ReadAs {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5' | 'windows-1252'
  readonly chosen: boolean
}

/** The zip whose files rows may name. */
export interface ImportFiles {
  readonly name: string
  readonly count: number
}

export interface ImportJob {
  readonly id: string
  readonly form: string
  readonly fileName: string
  /** Null of a workbook. */
  readonly readAs: ReadAs | null
  readonly state: ImportState
  readonly rows: number
  /** How many records its rows are, and with how many line items; known after a check. */
  readonly records: number
  readonly lines: number
  readonly done: number
  readonly bad: number
  readonly columns: readonly FileColumn[]
  readonly mapping: readonly ColumnMapping[]
  readonly writes: ImportWrites
  /** Rows that change a record that is there, and of those the ones that say what it holds already. */
  readonly changed: number
  readonly same: number
  /** Rows that probably are there already; of these, good ones that nobody decided of yet, and those that stay out. */
  readonly alike: number
  readonly undecided: number
  readonly left: number
  readonly skipBad: boolean
  /** Members are told of what it gives them and changes of what they follow. */
  readonly tell: boolean
  readonly problems: readonly RowProblem[]
  /** Rows that come in and of which rules want something to be minded. */
  readonly warned: number
  readonly warnings: readonly RowProblem[]
  readonly error: ImportError | null
  readonly createdBy: string
  /** The last row of the file that is worked off; 0 before the first. */
  readonly position: number
  /** Rows that were good when they were checked and were refused when they were to come in. */
  readonly refused: number
  /** How its member reads, for when it is worked at without him. */
  readonly locale: 'en' | 'zh'
  readonly zone: string
  /** What its lines in the ledger are undone by. */
  readonly changeSet: string | null
  readonly files: ImportFiles | null
}

/** A row of the file; cells as text. */
export interface FileRow {
  readonly row: number
  readonly cells: readonly string[]
  /** What was decided of it alone, where it is there already. */
  readonly choice?: RowChoice | null
}

/** So many problems are kept; all are counted. */
export const keptProblems = 1000
