import type { Rule } from '@pipewright/schemas'
import { evaluateCondition, type EvaluationContext } from '@pipewright/logic'
import type { CompiledForm, CompiledPlace } from '../app/compiled-form.ts'
import { asksForDevice, factsOf, type Writer } from './writer.ts'

type Data = Readonly<Record<string, unknown>>

/** A record that rules look at; browser and server hold it in their own way. */
export interface RuleSubject {
  readonly form: CompiledForm
  readonly context: EvaluationContext
  readonly writer: Writer
  /** Values by key, looked-up values by dotted path. */
  readonly record: Data
  /** As stored; null for a new record. */
  readonly old: Data | null
}

/** Where a rule is asked: the record, or one of its rows. */
export interface RuleSite {
  readonly data: Data
  readonly row?: number
}

export const rowsIn = (values: Data | null, lineItems: string): readonly Data[] => {
  const rows = values?.[lineItems]
  return Array.isArray(rows) ? (rows as readonly Data[]) : []
}

/** The form, or the line items that the rule looks at row by row. */
export const placeOfRule = (form: CompiledForm, rule: Rule): CompiledPlace =>
  form.items.find((items) => items.field.key === rule.rows) ?? form

/** A rule without a condition, or one that asks for a device nobody named, says nothing at all. */
export const isAside = (rule: Rule, writer: Writer): boolean =>
  rule.when === null || (writer.device === null && asksForDevice(rule.when))

function rowSites(subject: RuleSubject, lineItems: string): RuleSite[] {
  const { form, record, old, writer } = subject
  const before = new Map(rowsIn(old, lineItems).map((row) => [row['id'], row]))
  const around: Record<string, unknown> = { $record: record }
  for (const path of form.lookups) around[`$record.${path.join('.')}`] = record[path.join('.')]
  const facts = factsOf(writer, old === null)
  return rowsIn(record, lineItems).map((row, position) => {
    const stored = row['id'] === undefined ? undefined : before.get(row['id'])
    return { row: position, data: { ...around, ...row, ...facts, $old: stored ?? {} } }
  })
}

/** Where rules and conditions about the record as a whole are asked. */
export const recordSite = ({ record, old, writer }: RuleSubject): RuleSite => ({
  data: { ...record, ...factsOf(writer, old === null), $old: old ?? {} },
})

/** The places where a rule is asked, each with everything its condition may read. */
export function sitesOf(subject: RuleSubject, rule: Rule): readonly RuleSite[] {
  return rule.rows === undefined ? [recordSite(subject)] : rowSites(subject, rule.rows)
}

export const holdsAt = ({ form, context }: RuleSubject, rule: Rule, { data }: RuleSite): boolean =>
  evaluateCondition(rule.when, data, context, placeOfRule(form, rule).scope)

interface Asked {
  /** By line items; the record itself has no name. */
  readonly places: Map<string, readonly RuleSite[]>
  readonly rules: Map<Rule, readonly AskedSite[]>
}

/** A place with what the rule's condition says there. */
export interface AskedSite {
  readonly site: RuleSite
  readonly holds: boolean
}

const asked = new WeakMap<RuleSubject, Asked>()

/**
 * Asks a rule everywhere, once per subject: the record and its rows are laid out once for all rules. Only for a record that
 * is not changed any more.
 */
export function askedAt(subject: RuleSubject, rule: Rule): readonly AskedSite[] {
  const known: Asked = asked.get(subject) ?? { places: new Map(), rules: new Map() }
  asked.set(subject, known)
  const before = known.rules.get(rule)
  if (before !== undefined) return before
  const sites = known.places.get(rule.rows ?? '') ?? sitesOf(subject, rule)
  known.places.set(rule.rows ?? '', sites)
  const found = sites.map((site) => ({ site, holds: holdsAt(subject, rule, site) }))
  known.rules.set(rule, found)
  return found
}
