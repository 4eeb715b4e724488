import type { JsonValue } from '@pipewright/contract'
import type { CellRules } from '../../controls/line-items/cell-rules.ts'

/** Everything that the drawing of one field depends on. */
export interface FieldState {
  readonly value: JsonValue
  /** What the field holds that its options depend on; undefined where they depend on nothing. */
  readonly above: JsonValue | undefined
  readonly hidden: boolean
  readonly required: boolean
  /** Label of the rule that locks it. */
  readonly lockedBy: string | undefined
  /** It holds something typed that will not be saved, because a rule locks it by now. */
  readonly unsent: boolean
  readonly problem: string | undefined
  /** Line items: problems of cells by pointer inside the field. */
  readonly cellProblems: ReadonlyMap<string, string> | undefined
  /** Some rule acts on it, so there is something to explain. */
  readonly explained: boolean
  /** What a rule wants to be minded. */
  readonly warning: string | undefined
  /** Options that rules leave; undefined where none is limited. */
  readonly options: ReadonlySet<string> | undefined
  /** Line items: what rules say about columns and cells. */
  readonly cells: CellRules | undefined
}

/** Of a field that is not there. */
export const absent: FieldState = {
  value: null,
  above: undefined,
  hidden: true,
  required: false,
  lockedBy: undefined,
  unsent: false,
  problem: undefined,
  cellProblems: undefined,
  warning: undefined,
  explained: false,
  options: undefined,
  cells: undefined,
}

function sameProblems(a: FieldState['cellProblems'], b: FieldState['cellProblems']): boolean {
  if (a === b) return true
  return (
    a !== undefined &&
    b !== undefined &&
    a.size === b.size &&
    [...a].every(([key, text]) => b.get(key) === text)
  )
}

const sameOptions = (a: FieldState['options'], b: FieldState['options']): boolean =>
  a === b || (a !== undefined && b !== undefined && a.size === b.size && [...a].every((key) => b.has(key)))

export const sameState = (a: FieldState, b: FieldState): boolean =>
  a.value === b.value &&
  a.above === b.above &&
  a.hidden === b.hidden &&
  a.required === b.required &&
  a.lockedBy === b.lockedBy &&
  a.unsent === b.unsent &&
  a.problem === b.problem &&
  sameProblems(a.cellProblems, b.cellProblems) &&
  a.warning === b.warning &&
  a.explained === b.explained &&
  sameOptions(a.options, b.options) &&
  a.cells?.signature === b.cells?.signature

/** What the form as a whole shows. */
export interface FormState {
  readonly changed: number
  /** Fields that are wrong now, in order. */
  readonly wrong: readonly string[]
  /** Problems that belong to no field. */
  readonly general: readonly string[]
  /** Hidden fields in one text: sections are drawn again only when it changes. */
  readonly hidden: string
  /** Hidden sections, likewise. */
  readonly hiddenSections: string
  /** Elements that their condition keeps out of sight, likewise. */
  readonly hiddenElements: string
  /** Buttons that cannot be pressed, likewise. */
  readonly disabledButtons: string
  /** What rules want to be minded about the record as a whole. */
  readonly warnings: readonly string[]
}

type Hidden = Pick<FormState, 'hidden' | 'hiddenSections' | 'hiddenElements' | 'disabledButtons'>

/** What is out of sight and what cannot be pressed, each kind in one text. */
export const hiddenTexts = (sets: { readonly [K in keyof Hidden]: ReadonlySet<string> }): Hidden => ({
  hidden: [...sets.hidden].join(' '),
  hiddenSections: [...sets.hiddenSections].join(' '),
  hiddenElements: [...sets.hiddenElements].join(' '),
  disabledButtons: [...sets.disabledButtons].join(' '),
})

export const emptyFormState: FormState = {
  changed: 0,
  wrong: [],
  general: [],
  hidden: '',
  hiddenSections: '',
  hiddenElements: '',
  disabledButtons: '',
  warnings: [],
}

export const sameForm = (a: FormState, b: FormState): boolean =>
  a.changed === b.changed &&
  a.hidden === b.hidden &&
  a.hiddenSections === b.hiddenSections &&
  a.hiddenElements === b.hiddenElements &&
  a.disabledButtons === b.disabledButtons &&
  a.warnings.join('\n') === b.warnings.join('\n') &&
  a.wrong.join(' ') === b.wrong.join(' ') &&
  a.general.join('\n') === b.general.join('\n')
