export * from './calculated.ts'
export { totalFunctions, totalsOf, type TotalFunction } from './column-totals.ts'
export {
  indexDefinition,
  type DefinitionIndex,
  type LinkSite,
  type RelationSite,
} from './definition-index.ts'
export { countries, countryName, countryNamed, isCountry } from './countries.ts'
export { emptyDefinition } from './empty-definition.ts'
export { fileTypesOf, mostBytesOf, mostFilesOf } from './file-types.ts'
export * from './field-types/index.ts'
export type * from './field-types/field-type-spec.ts'
export * from './field-value.ts'
export {
  type FieldSite,
  type FoundField,
  isInRows,
  type Place,
  fieldsAt,
  placeAround,
  rowsPlace,
} from './find-field.ts'
export { rowTablesIn, valueFields } from './row-tables.ts'
export { currenciesOf, currencyOfCountry, usualCurrencies } from './currencies.ts'
export { inCurrency } from './in-currency.ts'
export { fillCurrency } from './fill-currency.ts'
export { usedCurrencies, workspaceCurrency } from './workspace-currency.ts'
export {
  isPart,
  partColumn,
  partColumnsOf,
  partNamed,
  partsOf,
  relationsIn,
  subjectPaths,
  targetPartsOf,
} from './field-parts.ts'
export { isOffered } from './is-offered.ts'
export { followUpLogs, type LogOfForm } from './follow-up-logs.ts'
export { canBeAsked, canBeFound, tellsApart } from './public-find.ts'
export { widgetContent, type WidgetContent, type WidgetType } from './widget-content.ts'
export { takesPlaceholder } from './takes-placeholder.ts'
export { counterPeriod, numberParts, writeNumber, type NumberScene } from './auto-number.ts'
export { localize, type Locale } from './localize.ts'
export { relatedName } from './related-name.ts'
export { resultLooks, type ResultLooks } from './result-looks.ts'
export { rollupLooks } from './rollup-looks.ts'
export { measuredBy } from './field-types/rollup.ts'
export { meets, reachesOutside } from './references/expectation.ts'
export { makeKey } from './make-key.ts'
export { peopleFormOf, type PeopleForm } from './people-form.ts'
export { optionsByKey } from './options-by-key.ts'
export { isOther, longestOther, otherMark, otherText, otherValue } from './other-answer.ts'
export {
  elementName,
  elementTypes,
  specOfElement,
  type ElementOf,
  type ElementType,
  type ElementTypeSpec,
} from './layout-elements/index.ts'
export {
  buttonsOf,
  elementsOf,
  elementsOfLayout,
  pictureFiles,
  fieldsIn,
  fieldsOfLayout,
  isElementItem,
  isForMany,
  isFieldItem,
  itemKey,
  layoutsOf,
} from './layout-items.ts'
export { fieldsInText, fillText, hideInText, splitPlaceholders, type TextPart } from './placeholders.ts'
export { hasPatterns } from './has-patterns.ts'
export { loadPatterns, matchesPattern, patternProblem } from '#pattern-engine'
export { askerOperators } from './asks-who.ts'
export { clockOperators, mentionsClock } from './mentions-clock.ts'
export { everyWindow, windowOperators, type WindowOperator } from './field-types/window-operators.ts'
export { everyViewSetting, settingsOf, viewKinds } from './view-kinds/index.ts'
export { viewSettings } from './view-kinds/view-settings.ts'
export type { ViewKind, ViewSetting } from './view-kinds/view-kind.ts'
export { useKinds, type UseKind } from './references/use-kind.ts'
export * from './stages.ts'
export { canHoldConstant, checkDefault } from './check/check-default.ts'
export { fixedDefault, fixedValue } from './fixed-default.ts'
export {
  matchRuleFields,
  matchRuleName,
  matchRuleOf,
  matchRulesOf,
  matchRulesOver,
  matchWays,
  type MatchWay,
} from './matching.ts'
export {
  combined,
  isCombinable,
  isMerged,
  isNothing,
  mergeAll,
  usualChoice,
  withoutMerged,
  type MergedRecord,
} from './merging.ts'
export { inStartOrder, itself, startingValue, startsByType, takenFrom } from './starting-values.ts'
export {
  chooseLayout,
  choosePrintLayout,
  requiredOffLayout,
  withLayout,
  type LayoutScene,
} from './further-layouts.ts'
export {
  placeableSystemFields,
  recordIdField,
  reservedKeys,
  reservedRowKeys,
  rowFields,
  systemFields,
} from './system-fields.ts'
export { checkDefinition } from './check/check-definition.ts'
export { calculations, findCycles, isVolatile, siteName } from './dependencies.ts'
export { printDefinition } from './print-definition.ts'
export { loadDefinition, type Loaded } from './load-definition.ts'
export { problem } from './problem.ts'
export type { Problem, ProblemCode, ProblemParams, ProblemUse } from './problem.ts'
export type {
  DocumentKind,
  DocumentName,
  PlacedExpression,
  Reference,
  Target,
} from './references/reference.ts'
export { placedExpressions, references, referencesOfView } from './references/references.ts'
export { ruleScope } from './references/walk-rules.ts'
export { resolveVariable, type VariableScope } from './references/variable-scope.ts'
export { usesOfConversion } from './references/uses-by-name.ts'
export { whereUsed, type Use, type UseTarget } from './where-used.ts'
export { applyEdit, applyEdits, checkRetired, loadEdit } from './edits/apply-edit.ts'
export type { EditResult } from './edits/edit-spec.ts'
export { blockingUses } from './edits/remove-field.ts'
export { isSameJson } from './same-json.ts'
export type * from './diff/change.ts'
export { diffDefinitions } from './diff/diff-definitions.ts'
export { mergeDefinitions, type Conflict } from './merge-definitions.ts'
export { describeChange, problemText, useText } from './texts/index.ts'
export { fieldOfType } from './type-changes/field-of-type.ts'
export { isConvertible, typeChanges } from './type-changes/type-changes.ts'
export { takenFieldKeys, takenFormKeys } from './taken-keys.ts'
export { sectionsOf } from './sections-of.ts'
