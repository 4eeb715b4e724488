export { readMap } from './read-map.ts'
export { readGroups } from './read-groups.ts'
export { changesOf, eventOf, insertEvents, type RecordEvent } from '../ledger/record-event.ts'
export { recordAsOf, type RecordAsOf } from '../ledger/record-as-of.ts'
export { readHistory, type History, type HistoryEvent } from '../ledger/history.ts'
export { withIdempotency } from '../idempotency/with-idempotency.ts'
export { readTicks, setTick, type Tick, type TickChange } from './checklist.ts'
export { createRecord, createRecords } from './create-records.ts'
export type { CreatedMany, NewRecord } from './new-record.ts'
export { deleteRecord, restoreRecord } from './delete-record.ts'
export { readLastValues } from './last-values.ts'
export { visibleAmong, type RecordsByForm } from './visible-among.ts'
export { toldAmong, type RecordNews } from './told-among.ts'
export { fillLimitIssue, roomToFill } from './fill-limit.ts'
export { calculateDraft } from './calculate-draft.ts'
export { nameOther } from './name-other.ts'
export { findTaken, type Taken } from './find-taken.ts'
export { findMatches, type Match } from './find-matches.ts'
export { getRecord } from './get-record.ts'
export { changeWays } from './outcome.ts'
export type {
  Cause,
  ChangeWay,
  Outcome,
  RecordOutcome,
  RecordWarnings,
  RecordProblem,
  RecordProblemCode,
  WriteOptions,
} from './outcome.ts'
export { readCircles, readTree } from './read-tree.ts'
export { readBoard, type BoardColumn } from './read-board.ts'
export { countMeant, countRecords, type RecordCount } from './count-records.ts'
export { queryRecords, type Page, type PageRequest } from './query-records.ts'
export { settleSpelling } from './settle-spelling.ts'
export { searchAll, searchTargets, type SearchGroup } from './search-records.ts'
export { contextOf, readSceneOf, type Scene } from './scene.ts'
export { changeRecord, updateRecord, type RecordChange } from './update-record.ts'
export { dayIn } from './scene.ts'
export { writeTransaction } from './write-transaction.ts'
export { runReport } from '../reports/run-report.ts'
export { convertRecord, type ConversionRequest, type Converted } from './convert-record.ts'
export { previewConversion, type ConversionPreview } from './preview-conversion.ts'
export { suggestTags } from './suggest-tags.ts'
