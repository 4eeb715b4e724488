import type { ViewSetting } from './view-kinds/view-kind.ts'
import type { LocalizedText } from '@pipewright/schemas'
import type { ExpectationName } from './references/expectation.ts'
import type { DocumentKind, DocumentName } from './references/reference.ts'
import type { UseKind } from './references/use-kind.ts'

/** What is wrong, per code, with the values its text needs. */
export interface ProblemParams {
  /** Does not have the shape of the JSON Schema. */
  invalid: { message: string }
  'duplicate-key': { key: string }
  'reserved-key': { key: string }
  'not-retired': { key: string }
  'retired-key': { key: string }
  'table-name-taken': { table: string }
  'column-name-too-long': { column: string }
  'table-name-too-long': { table: string }
  'too-many-fields': { count: number; most: number }
  'unknown-form': { key: string }
  'unknown-option-set': { key: string }
  'unknown-report': { key: string }
  'unknown-view': { key: string }
  'unknown-dashboard': { key: string }
  'unknown-role': { key: string }
  'unknown-field': { path: string; form: string }
  'unknown-option': { option: string; path: string }
  'unknown-variable': { name: string }
  'unknown-step': { key: string }
  'unknown-section': { key: string }
  'not-of-the-rows': { path: string; rows: string }
  'needs-rows': { path: string }
  'unsuitable-field': { path: string; expects: ExpectationName }
  'not-in-layout': { field: LocalizedText }
  'twice-in-layout': { field: string }
  /** It is for stages or record types of a form that has none. */
  'layout-never-fits': { layout: LocalizedText }
  'listed-twice': { key: string }
  'options-missing': { field: LocalizedText }
  'options-twice': { field: LocalizedText }
  'not-in-line-items': { field: LocalizedText; type: string }
  'nested-too-deep': { field: LocalizedText; table: LocalizedText }
  'must-be-required-or-clear': { field: LocalizedText }
  'delete-in-line-items': { field: LocalizedText }
  'finds-too-much': Record<string, never>
  'no-such-day': { value: string }
  'min-above-max': { min: string; max: string }
  'too-many-digits': { value: string; scale: number }
  'wrong-default': { field: LocalizedText }
  /** A fixed value that something gives to a field. */
  'wrong-value': { place: LocalizedText; field: LocalizedText }
  /** A formula or condition that cannot be calculated; `place` is how people call what it belongs to. */
  'bad-expression': { place: LocalizedText; reason: LocalizedText }
  /** A row kept with a formula or rule that turns out otherwise than it says. */
  'red-example': { of: 'formula' | 'rule'; place: LocalizedText; row: number; reason: LocalizedText }
  /** Which records are compared must be told by the record alone, so that an index can hold them. */
  'not-for-index': { part: string }
  'wrong-result': { field: LocalizedText; form: LocalizedText; source: LocalizedText }
  'pattern-missing': { field: LocalizedText }
  'bad-pattern': { field: LocalizedText; reason: string }
  'currency-missing': { field: LocalizedText }
  'unknown-country': { code: string }
  'field-missing': { function: string }
  'counter-missing': { field: LocalizedText }
  'number-repeats': { field: LocalizedText }
  'link-incomplete': { key: string }
  'widget-content': { dashboard: LocalizedText }
  'view-setting-missing': { setting: ViewSetting }
  'no-label': { key: string }
  /** Names of the fields along the way, back to the first. */
  cycle: { path: readonly LocalizedText[] }
  'rows-missing': { field: LocalizedText }
  'source-missing': { field: LocalizedText }
  'in-use': { what: string; uses: readonly ProblemUse[] }
  'unknown-target': { what: TargetWord; key: string }
  'key-taken': { key: string }
  'type-changed': { field: LocalizedText }
  'columns-changed': { field: string }
  'last-column': { field: string }
  'last-section': { form: string }
  'stage-field-missing': { form: string }
  'reminder-endless': { reminder: LocalizedText }
  'reminder-asks-who': { reminder: LocalizedText }
  'reminder-fixed-words': { reminder: LocalizedText; field: string }
  'section-not-empty': { section: string }
  'out-of-range': { index: number; most: number }
  'changed-meanwhile': { what: string }
}

/** One place that stands in the way; the same shape as `Use`. */
export interface ProblemUse {
  pointer: string
  kind: UseKind
  document: DocumentName
  label: LocalizedText
}

export type TargetWord =
  | DocumentKind
  | 'field'
  | 'lineItems'
  | 'section'
  | 'element'
  | 'layout'
  | 'rule'
  | 'conversion'
  | 'publicForm'

export type ProblemCode = keyof ProblemParams

/** Something wrong in a definition or edit; `pointer` is RFC 6901 into the definition (or the edit's value). */
export type Problem = {
  [C in ProblemCode]: { code: C; pointer: string; params: ProblemParams[C] }
}[ProblemCode]

export function problem<C extends ProblemCode>(code: C, pointer: string, params: ProblemParams[C]): Problem {
  return { code, pointer, params } as Extract<Problem, { code: C }>
}
