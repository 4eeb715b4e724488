export { cellKind, isImportable, readCell, writeCell } from './cells.ts'
export { formatDuration, type DurationUnit } from './format-duration.ts'
export { readDuration } from './read-duration.ts'
export { readClock } from './read-time.ts'
export { readPeriod } from './read-month.ts'
export type {
  CellKind,
  CellProblemCode,
  CellRead,
  CellReading,
  CellWriting,
  DateOrder,
  DecimalSign,
  FileProblemCode,
  FileSeparator,
  Found,
  FoundFile,
} from './cell-type.ts'
export { fileFields, isLinePosition, lineFields, lineOf } from './file-fields.ts'
export { contradictions, groupRows, type Grouping, type RowGroup } from './group-rows.ts'
export { suggestLines } from './suggest-lines.ts'
export { guessDateOrder, guessDecimal } from './guess-reading.ts'
export { foldWords } from './fold-words.ts'
export { guardFormula, unguardFormula } from './formula-guard.ts'
export { rowNumberHeader } from './row-number.ts'
export { endsLikeKey, foldHeader } from './header-words.ts'
export { fileNamesIn } from './cells/attachment.ts'
export { titlesIn } from './cells/relations.ts'
export {
  planExport,
  type ExportColumn,
  type ExportLines,
  type ExportPlan,
  type ExportRequest,
} from './plan-export.ts'
export { markTitle, readMark } from './title-mark.ts'
export { isMatchField, isRowKey, matchText, planFind, planFindIds, planSharedValues } from './plan-find.ts'
export { readNumber } from './read-number.ts'
export { isRefusalColumn, refusalHeader } from './refusal-column.ts'
export { recordIdColumn } from './record-id-column.ts'
export {
  mapColumns,
  suggestMapping,
  type ColumnMapping,
  type NameMake,
  type NamePick,
  type TableColumn,
} from './suggest-mapping.ts'
export { mostRows } from '../records/values/line-items.ts'
