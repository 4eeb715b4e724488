import type { LocalizedText } from '@pipewright/schemas'
import type { Sentence } from '../revisions/revisions.ts'

/** What each effect of a publish on the records says, with what its text needs. */
export interface EffectParams {
  /** Values of a removed field stay, but are no longer seen. */
  'values-parked': { field: LocalizedText }
  /** Records of a removed form stay, but are no longer seen. */
  'records-parked': { form: LocalizedText }
  /** Records without a value that is now required; they have to be filled when they are next saved. */
  'required-empty': { field: LocalizedText }
  /** `records`: titles of some of them, as they are read one after the other. */
  'unique-duplicates': { field: LocalizedText; records?: readonly string[] }
  /** `count`: rows, which stay until they are changed. */
  'rows-repeat': { field: LocalizedText; table: LocalizedText }
  /** The field refers to another form than its values do. */
  'relation-dangling': { field: LocalizedText }
  /** The field takes one record from now on, but records refer to several. */
  'relation-narrowed': { field: LocalizedText }
  /** A relation to any of several forms no longer names one of them; those values are kept aside. */
  'target-parked': { field: LocalizedText; form: LocalizedText }
  /** How amounts in any currency are counted is changed while there are some; `home`: what they are counted in now. */
  'amounts-counted': { field: LocalizedText; home: string }
  'digits-kept': { field: LocalizedText; scale: number }
  /** Values become ones of another type. */
  'values-converted': { field: LocalizedText; examples: string }
  /** Values that mean nothing in the new type: the field is empty there, and the old value is kept aside. */
  'values-kept': { field: LocalizedText; examples: string }
  'option-in-use': { field: LocalizedText; option: LocalizedText }
  'too-long': { field: LocalizedText; maxLength: number }
  /** Records that a new rule would refuse, or ask for more. */
  'rule-broken': { rule: LocalizedText }
  /** The rule asks who writes and on what, or of fields that are yet to come. */
  'rule-unchecked': { rule: LocalizedText; why: 'writer' | 'fields' }
  /** Records that a new conversion would refuse, of the latest `tried` that it is offered for. */
  'conversion-fails': { conversion: LocalizedText; tried: number }
  /** It needs tables that are yet to come, or the records were in use. */
  'conversion-unchecked': { conversion: LocalizedText; why: 'parts' | 'busy' }
  /** Records that a new reminder tells of on the day of publishing. */
  'reminder-due': { reminder: LocalizedText }
  /** `count`: columns, not records, here and in the three below. */
  'table-full': { form: LocalizedText; most: number }
  'table-rebuilt': { form: LocalizedText }
  /** SQL views that somebody made by hand look at columns that are altered. `count`: views. */
  'view-in-way': { form: LocalizedText; views: readonly string[] }
  'table-crowded': { form: LocalizedText }
  'many-fields': { form: LocalizedText; many: number }
}

export type EffectCode = keyof EffectParams
/** An error stands in the way of publishing. */
export type Severity = 'info' | 'warning' | 'error'

export const severities: { readonly [C in EffectCode]: Severity } = {
  'values-parked': 'warning',
  'records-parked': 'warning',
  'required-empty': 'warning',
  'unique-duplicates': 'error',
  'rows-repeat': 'warning',
  'relation-dangling': 'error',
  'relation-narrowed': 'error',
  'target-parked': 'warning',
  'amounts-counted': 'error',
  'digits-kept': 'info',
  'values-converted': 'info',
  'values-kept': 'warning',
  'option-in-use': 'warning',
  'too-long': 'warning',
  'rule-broken': 'warning',
  'rule-unchecked': 'info',
  'conversion-fails': 'warning',
  'conversion-unchecked': 'info',
  'reminder-due': 'info',
  'table-full': 'error',
  'table-rebuilt': 'info',
  'view-in-way': 'error',
  'table-crowded': 'warning',
  'many-fields': 'warning',
}

/** They speak of tables, rules, who is told and what is yet to be converted; no record is touched. */
export const ofNoRecord: ReadonlySet<EffectCode> = new Set<EffectCode>([
  'table-full',
  'table-rebuilt',
  'view-in-way',
  'table-crowded',
  'many-fields',
  'rule-unchecked',
  'reminder-due',
  'conversion-fails',
  'conversion-unchecked',
])

/** A record by which an effect is shown. */
export interface NamedRecord {
  readonly form: string
  readonly id: string
  readonly title: string | null
  /** What is wrong with this one, where that is not the same for all of them. */
  readonly why?: Sentence
}

/** An effect and how many records it concerns. */
export type Effect = {
  [C in EffectCode]: { code: C; severity: Severity; count: number; params: EffectParams[C] }
}[EffectCode]
