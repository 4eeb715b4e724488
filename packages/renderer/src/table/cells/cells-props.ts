import type { JsonValue, RecordAnswer } from '@pipewright/contract'

/** What a value is put into. */
export interface CellPlace {
  readonly record: RecordAnswer
  readonly field: string
}

/** Values for some fields of a record. */
export interface RowOfValues {
  readonly record: RecordAnswer
  readonly values: Readonly<Record<string, JsonValue>>
}

/** Text as people write it for some fields of a record. */
export interface RowOfTexts {
  readonly record: RecordAnswer
  readonly texts: Readonly<Record<string, string>>
}

/** How the cells of a list are changed; without it they are only read. */
export interface CellsProps {
  /** Saves one cell; answers what stands in the way, null once it is saved. */
  readonly save: (place: CellPlace, value: JsonValue) => Promise<string | null>
  /** Changes many cells as one step and says what came of it. */
  readonly change: (rows: readonly RowOfValues[], way: 'cell' | 'fill') => void
  /** The same with text that was pasted; `beyond` rows of it lie behind the last that is loaded, and columns were `leftOut`. */
  readonly paste: (rows: readonly RowOfTexts[], beyond: number, leftOut: readonly string[]) => void
  /** Says that cells were copied. */
  readonly onCopied?: (cells: number) => void
}
