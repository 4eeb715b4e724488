import type { FieldProblem, FormRights, JsonValue, Values } from '@pipewright/contract'
import type { RuleCheck, Spot, StartSources, Writer } from '@pipewright/compiler'
import type { EvaluationContext } from '@pipewright/logic'
import type { DefinitionIndex, Locale } from '@pipewright/metadata'
import type { Field, Form, Rule } from '@pipewright/schemas'
import type { CalculatedValues } from './calculated-book.ts'

/** Values of related records as far as they are known, for "account.industry". */
export interface RelatedValues {
  /** Undefined while unknown, which asks for it; null when there is none to see. */
  find(form: string, id: string): Readonly<Record<string, JsonValue>> | null | undefined
}

/** What a form follows from besides its values. */
export interface EngineScene {
  readonly index: DefinitionIndex
  readonly form: Form
  readonly rights: FormRights
  readonly locale: Locale
  readonly context: EvaluationContext
  readonly writer: Writer
  readonly related: RelatedValues
  readonly calculated?: CalculatedValues | undefined
}

/** The record while it is typed, with everything that follows from it. */
export interface Derived {
  /** What was typed, what rules set, what formulas give. */
  readonly values: Values
  /** Fields ("stage"), columns ("items.discount") and cells ("items/0/discount") that a rule keeps out of sight. */
  readonly hidden: ReadonlySet<Spot>
  /** Sections that a rule keeps out of sight with everything in them. */
  readonly hiddenSections: ReadonlySet<string>
  /** Elements of the layout that their condition keeps out of sight. */
  readonly hiddenElements: ReadonlySet<string>
  /** Buttons that cannot be pressed now. */
  readonly disabledButtons: ReadonlySet<string>
  readonly required: ReadonlySet<Spot>
  /** Label of the rule that locks a field or sets it. */
  readonly locked: ReadonlyMap<Spot, string>
  /** Options that rules leave of a choice. */
  readonly limited: ReadonlyMap<Spot, ReadonlySet<string>>
  /** What rules want to be minded; it can be saved all the same. */
  readonly warnings: readonly FieldProblem[]
  /** Fields that some rule acts on, or may in a way the reader cannot see. */
  readonly explained: ReadonlySet<string>
  /** What all of this was made from. */
  readonly ruled: Ruled
}

/** The record as its rules see it, and what they say. */
export interface Ruled extends RuleCheck {
  /** With the rule that gave the value. */
  readonly set: ReadonlyMap<Spot, Rule>
}

/** Rules, formulas and checks of one form; pure. */
export interface FormEngine {
  readonly fields: ReadonlyMap<string, Field>
  /** Set where the server calculates along. */
  readonly calculated: CalculatedValues | undefined
  /** Values that a new record starts with. */
  defaults(given: Values, sources?: StartSources): Values
  /** The field whose value decides what others start with, where there is one. */
  readonly startsBy: string | undefined
  /** What the record picked in a relation fills in; undefined while that record is not known yet. */
  filled(values: Values, relation: string): Values | undefined
  /** `old` is the record as stored, null for a new one. */
  derive(values: Values, old: Values | null): Derived
  /** Everything that stands in the way of saving; `only` limits it to some fields. */
  /** Options that do not belong to what their field depends on: said at once, not only when the field is left. */
  unfit(derived: Derived, old: Values | null): readonly FieldProblem[]
  check(derived: Derived, old: Values | null, only?: ReadonlySet<string>): readonly FieldProblem[]
}
