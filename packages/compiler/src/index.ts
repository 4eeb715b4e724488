export { columnOf, numericType, scaleOf, wholeDigits } from './tables/column-of.ts'
export { constraintSites, type ConstraintSite } from './tables/constraint-sites.ts'
export { textColumnOf } from './tables/part-columns.ts'
export { isStored } from './tables/is-stored.ts'
export type * from './tables/migration-plan.ts'
export { planIndexes } from './tables/plan-indexes.ts'
export { uniqueIndex, uniqueKeysIn, uniqueSites, type UniqueSite } from './tables/unique-sites.ts'
export { planMigration } from './tables/plan-migration.ts'
export { childTableOf, linkTableOf, tableAt, tableOf } from './tables/table-names.ts'
export type * from './tables/table-plan.ts'
export { tablePlans } from './tables/table-plans.ts'
export { orderOf } from './tables/view-keys.ts'
export {
  canPress,
  creation,
  findButton,
  linkFor,
  pressable,
  valuesToSet,
  type PressEffect,
} from './records/press/press-button.ts'
export { cleanTexts } from './rich-text/clean-texts.ts'
export { checkExamples } from './check/check-examples.ts'
export { checkCompiled } from './check/check-compiled.ts'
export { compileApp, type CompiledApp } from './app/compile-app.ts'
export type { Actor, SharedRecord } from './rights/actor.ts'
export type * from './rights/rights.ts'
export type { CompiledForm, CompiledItems, CompiledPlace } from './app/compiled-form.ts'
export { ownDependent, wholeDependent, type Dependent } from './app/dependents.ts'
export type { Ahead } from './app/lock-order.ts'
export { formScope } from './app/form-scope.ts'
export { actions, compileRights } from './rights/compile-rights.ts'
export {
  mayReadField,
  mayWriteField,
  mayReadComments,
  mayWriteComments,
  readableForm,
  readablePath,
  readableTitleField,
} from './rights/readable.ts'
export { spelled } from './records/spellings.ts'
export { findMarks, markedPart, type Mark } from './records/read/find-marks.ts'
export { foldText } from './records/fold-text.ts'
export { gramsOf, searchTerms, soughtOf, type Sought } from './records/grams.ts'
export type { Issue, IssueCode, IssueParams } from './records/issue.ts'
export { richOfPlain } from './import/cells/rich-text.ts'
export { readNamedRef, readRef, refValue, valueAt } from './records/record-ref.ts'
export { limitDay } from './records/values/day-limits.ts'
export { isEmailAddress } from './records/values/email.ts'
export { isIdentity } from './records/values/identity.ts'
export { tooManyInside } from './records/values/line-items.ts'
export { sameValue, type Composite, type FieldValue, type RecordValues, type Row } from './records/value.ts'
export { checkRepeatedRows } from './records/write/check-repeated-rows.ts'
export { checkInput } from './records/write/check-input.ts'
export { checkDependents } from './records/write/check-dependents.ts'
export { checkValue, valueCheckers } from './records/values/index.ts'
export { provideDivisions, type Division } from './address/divisions.ts'
export { writeAddress } from './address/address-value.ts'
export { readAddress } from './address/read-address.ts'
export { readLocation } from './import/read-location.ts'
export { readRange } from './import/read-range.ts'
export { amountValue } from './records/values/foreign-money.ts'
export { readAmount } from './import/read-amount.ts'
export { ratesName, foreignFields } from './app/rates.ts'
export { rangeValue } from './records/values/date-range.ts'
export { locationValue } from './records/values/location.ts'
export { meetsCondition } from './records/write/member-condition.ts'
export { isWithinLimit } from './records/write/member-limit.ts'
export { findPhoneNumbers, providePhoneNumbers, type PhoneNumbers } from './phone/phone-numbers.ts'
export { roundingOf } from './records/values/decimal.ts'
export type { Checked, CheckPlace } from './records/values/value-checker.ts'
export { maskChanges, type FieldChange } from './records/read/mask-changes.ts'
export { keptOf } from './records/kept-of.ts'
export { keysBy, matchKeys, ruleOfKey, type CompiledMatch } from './matching/match-keys.ts'
export { rematchedForms } from './matching/rematched-forms.ts'
export { normalise } from './matching/normalise.ts'
export { planBoard, type BoardPlan, type BoardRequest } from './records/read/plan-board.ts'
export { planGroups, type GroupsRequest, type RecordGroup } from './records/read/plan-groups.ts'
export {
  planAbove,
  planChildCounts,
  planCircles,
  planPaths,
  type BranchesRequest,
} from './records/read/plan-tree.ts'
export { planMap, type MapPlan, type MapRequest } from './records/read/plan-map.ts'
export type { CountedCell } from './records/read/map-cells.ts'
export { countLimit, planCount, type CountPlan } from './records/read/plan-count.ts'
export { planBin, planBinSelection, type BinNarrowing } from './records/read/plan-bin.ts'
export {
  mostOfGroup,
  planAlikeRecords,
  planDuplicates,
  planToldApart,
  type DuplicatesRequest,
} from './records/read/plan-duplicates.ts'
export { planAlikeRows, type AlikeRowsPlan } from './records/read/plan-alike-rows.ts'
export { mostMatches, planMatches, type MatchRequest } from './records/read/plan-matches.ts'
export { planQuery, type QueryPlan, type QueryRequest } from './records/read/plan-query.ts'
export { planReferring } from './records/read/plan-referring.ts'
export { planRecord } from './records/read/plan-record.ts'
export { planSuggestions } from './records/read/plan-suggestions.ts'
export { idsOf, planPointing, type Pointing } from './records/read/plan-pointing.ts'
export { planSelection } from './records/read/plan-selection.ts'
export { hitsPerForm, planSearchAll } from './records/read/plan-search-all.ts'
export { planTargetSearch, type TargetSearch } from './records/read/plan-target-search.ts'
export { planWritten, writtenRows, type WrittenPlan } from './records/read/plan-written.ts'
export { planTitles } from './records/read/plan-titles.ts'
export { mostBelonging, planTold, seesAll, type ChangedNews } from './records/read/told/plan-told.ts'
export { belongingForms } from './records/read/told/scope-reads.ts'
export { sightColumns } from './records/read/told/sight-columns.ts'
export type { PlanProblem, Planned, ReadScene } from './records/read/read-scene.ts'
export {
  recordAnswer,
  type RecordAnswer,
  type ResultRow,
  type RowShape,
} from './records/read/record-answer.ts'
export type { Narrowing } from './records/read/where.ts'
export { summedRows } from './app/row-steps.ts'
export { rollUpRows, rowsBehind } from './records/write/roll-up-rows.ts'
export { eachRow, seenFrom, type PlacedRow } from './records/write/each-row.ts'
export {
  planDeferTargets,
  planLockTargets,
  planRecalculation,
  type ChangedSources,
} from './records/write/plan-recalculate.ts'
export { canFollow, planFollow, type Came, type Follow } from './records/write/plan-follow.ts'
export {
  namedBy,
  rollupMoves,
  type RecordStates,
  type RollupMove,
  type RollupMoves,
} from './records/write/rollup-moves.ts'
export { planRelated, type RelatedReading } from './records/write/plan-related.ts'
export {
  planFieldChanges,
  type FieldChangesPlan,
  type FieldChangeWay,
} from './records/write/plan-field-changes.ts'
export { planStored, planStoredMany, type LockPurpose } from './records/write/plan-stored.ts'
export {
  draftRecord,
  prepareWrite,
  type Drafted,
  type Prepared,
  type PreparedRecord,
  type WriteRequest,
} from './records/write/prepare-write.ts'
export { RelatedRows, type Needs } from './records/write/related.ts'
export type { RecordSystem, StoredRecord, WriteScene } from './records/write/write-scene.ts'
export { formColumns, innerRowColumns, rowAbove, rowColumns } from './tables/system-columns.ts'
export { planDates } from './reminders/plan-dates.ts'
export { relativeDay, type RelativeDay } from './reminders/relative-day.ts'
export { planReminder, type ReminderPlan } from './reminders/plan-reminder.ts'
export { reminderWindow, type ReminderWindow } from './reminders/reminder-window.ts'
export { planBreaking } from './records/read/plan-breaking.ts'
export { planRecent } from './records/read/plan-recent.ts'
export { maskScope } from './rights/mask-scope.ts'
export { maskDefinition } from './rights/mask-definition.ts'
export { fitView, type FittedView, type LeftOut } from './rights/fit-view.ts'
export { recordSchema, type JsonSchema } from './records/record-schema.ts'
export { planReport, type ReportAnswer, type ReportPlan } from './reports/plan-report.ts'
export {
  conditionHolds,
  conversionData,
  shownValues,
  stepRecords,
  updatedValues,
} from './records/convert/conversion-steps.ts'
export * from './import/index.ts'
export { compilePublicPage, picturesOf, publicRights, type AnswerRight } from './public/public-page.ts'
export { findRequest, findRights } from './public/find-page.ts'
export type { PublicPage } from './public/public-page-type.ts'
export * from './rules/index.ts'
export { changedTypes, type ChangedType } from './type-change/changed-types.ts'
export { convertValue, isChanged, type ConversionReading } from './type-change/convert-value.ts'
export { readingOf } from './type-change/reading-of.ts'
export { mostSuggested, suggestField } from './type-change/suggest-field.ts'
export { assignedValue, expressedValue } from './records/write/calculate.ts'
export type { Start } from './records/write/apply-start.ts'
export { valueToStart, type StartSources } from './records/write/starting-value.ts'
export { worthBy } from './records/write/worth-by.ts'
export {
  formatDate,
  dayOf,
  formatTime,
  formatDateTime,
  formatDayHeading,
  formatPeriod,
} from './formats/date-format.ts'
export {
  formatNumber,
  formatMoney,
  formatAmount,
  formatCompact,
  currencySign,
  formatPercent,
} from './formats/decimal-format.ts'
export { formatValue, type FormatPlace } from './formats/format-value.ts'
