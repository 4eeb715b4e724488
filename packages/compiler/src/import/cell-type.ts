import type { Field, Option } from '@pipewright/schemas'
import type { IssueCode, IssueParams } from '../records/issue.ts'
import type { FieldValue } from '../records/value.ts'

/** What can be wrong with the text of a cell: as with any value, or because it names nothing, or too much. */
export type CellProblemCode = IssueCode | 'not-matched' | 'matched-many' | 'scientific' | FileProblemCode

/** Why the file that a cell names cannot be attached. */
export type FileProblemCode =
  | 'file-missing'
  | 'file-many'
  | 'files-repeated'
  | 'zipped-empty'
  | 'zipped-mismatch'
  | 'zipped-unknown'
  | 'zipped-large'
  | 'zipped-locked'

export type DateOrder = 'YMD' | 'MDY' | 'DMY'
export type DecimalSign = '.' | ','

/** The record or member that a text names. */
export type Found = { readonly id: string } | 'none' | 'many'

/** The file that a text names. */
export type FoundFile = { readonly id: string } | { readonly problem: FileProblemCode }

/** What stands between the names of several files. */
export const fileSeparators = [';', ',', '|', 'line'] as const
export type FileSeparator = (typeof fileSeparators)[number]

/** How the cells of one column are read. */
export interface CellReading {
  /** IANA zone in which times without an offset are meant. */
  readonly zone: string
  readonly dateOrder: DateOrder
  readonly decimal: DecimalSign
  /** Options of a choice field. */
  readonly options: readonly Option[]
  /** Looks up what a relation or member is called; everything was loaded before. */
  find(text: string): Found
  /** Looks up the file that a name means, where files came with the table. */
  readonly fileOf?: ((name: string) => FoundFile) | undefined
  readonly separator?: FileSeparator | undefined
}

export type CellRead =
  | { readonly ok: true; readonly value: FieldValue }
  | { readonly ok: false; readonly code: CellProblemCode; readonly params?: IssueParams }

/** For whom cells are written. */
export interface CellWriting {
  readonly locale: 'en' | 'zh'
  readonly zone: string
  optionsOf(field: Field): readonly Option[]
  /** A calculated field as one of the type of its result. */
  shown(field: Field): Field
  /** Title of a record, name of a member or file; "" when the reader may not see it. */
  titleOf(id: string): string
  /** The text of a value inside another: a column of a row, the result of a formula. */
  cell(field: Field, value: FieldValue): string
}

/** What a spreadsheet should take a cell for. */
export type CellKind = 'text' | 'number' | 'date' | 'dateTime'

/** Text ⇄ value of one type of field: `read` takes text that is not blank, `write` a value that is not null. */
export interface CellType<F extends Field> {
  readonly kind: CellKind
  /** Files are read only where they come with the table, calculated values never. */
  readonly importable: boolean
  read(field: F, text: string, reading: CellReading): CellRead
  write(field: F, value: NonNullable<FieldValue>, writing: CellWriting): string
}

export const value = (read: FieldValue): CellRead => ({ ok: true, value: read })

export const wrong = (code: CellProblemCode, params?: IssueParams): CellRead =>
  params === undefined ? { ok: false, code } : { ok: false, code, params }

/** For fields that are shown in a table but never read from one. */
export const unreadable = (): CellRead => wrong('not-writable')
