import type { Rule } from '@pipewright/schemas'
import { evaluateCondition, type EvaluationContext } from '@pipewright/logic'
import type { CompiledForm, CompiledPlace } from '../app/compiled-form.ts'
import type { LookupPaths } from '../app/lookups.ts'
import type { RowPlace } from './spots.ts'
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
export interface RuleSite extends RowPlace {
  readonly data: Data
  /** The row around it, as it stands and as it was stored. */
  readonly above?: { readonly data: Data; readonly before: Data | undefined }
}

export const rowsIn = (values: Data | null, lineItems: string): readonly Data[] => {
  const rows = values?.[lineItems]
  return Array.isArray(rows) ? (rows as readonly Data[]) : []
}

/** The form, or the line items whose rows a rule looks at one by one. */
export const placeOfSite = (form: CompiledForm, lineItems: string | undefined): CompiledPlace =>
  form.allItems.find(({ path }) => path === lineItems) ?? form

/** A rule without a condition, or one that asks for a device nobody named, says nothing at all. */
export const isAside = (rule: Rule, writer: Writer): boolean =>
  rule.when === null || (writer.device === null && asksForDevice(rule.when))

const byId = new WeakMap<readonly Data[], ReadonlyMap<unknown, Data>>()

/** The row as it was, found at once among thousands. */
export function oldRow(old: Data | null | undefined, key: string, row: Data): Data | undefined {
  if (row['id'] === undefined || old === null || old === undefined) return undefined
  const rows = rowsIn(old, key)
  const known = byId.get(rows) ?? new Map(rows.map((each) => [each['id'], each]))
  byId.set(rows, known)
  return known.get(row['id'])
}

/** What is known of a record or a row by a name, what is looked up through its relations included. */
function known(name: string, data: Data, lookups: LookupPaths): Record<string, unknown> {
  const found: Record<string, unknown> = { [name]: data }
  for (const path of lookups) found[`${name}.${path.join('.')}`] = data[path.join('.')]
  return found
}

function rowSites(subject: RuleSubject, lineItems: string): RuleSite[] {
  const { form, record, old, writer } = subject
  const around = known('$record', record, form.lookups)
  const facts = factsOf(writer, old === null)
  const sites = (
    [outer = '', ...inside]: readonly string[],
    whole: { readonly data: Data; readonly before: Data | null | undefined; readonly seen: Data },
    rows: readonly number[],
  ): RuleSite[] =>
    rowsIn(whole.data, outer).flatMap((row, position): RuleSite[] => {
      const here = [...rows, position]
      const before = oldRow(whole.before, outer, row)
      if (inside.length > 0) {
        const lookups = form.items.find(({ field }) => field.key === outer)?.lookups ?? []
        return sites(
          inside,
          { data: row, before, seen: { ...around, ...known('$parent', row, lookups) } },
          here,
        )
      }
      const data = { ...whole.seen, ...row, ...facts, $old: before ?? {} }
      if (rows.length === 0) return [{ lineItems, rows: here, data }]
      return [{ lineItems, rows: here, data, above: { data: whole.data, before: whole.before ?? undefined } }]
    })
  return sites(lineItems.split('.'), { data: record, before: old, seen: around }, [])
}

/** Where rules and conditions about the record as a whole are asked. */
export const recordSite = ({ record, old, writer }: RuleSubject): RuleSite => ({
  lineItems: '',
  rows: [],
  data: { ...record, ...factsOf(writer, old === null), $old: old ?? {} },
})

/** The places where a rule is asked, each with everything its condition may read. */
export function sitesOf(subject: RuleSubject, rule: Rule): readonly RuleSite[] {
  return rule.rows === undefined ? [recordSite(subject)] : rowSites(subject, rule.rows)
}

export const holdsAt = ({ form, context }: RuleSubject, rule: Rule, { data }: RuleSite): boolean =>
  evaluateCondition(rule.when, data, context, placeOfSite(form, rule.rows).scope)

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
