import { planMigration } from '@pipewright/compiler'
import { describeChange, diffDefinitions, isConvertible, type Change } from '@pipewright/metadata'
import type { AppDefinition } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import type { Sentence } from '../revisions/revisions.ts'
import { measureTypeChange } from '../type-change/measure-type-change.ts'
import { brokenRules } from './broken-rules.ts'
import { severities, type Effect, type EffectCode, type NamedRecord } from './effect.ts'
import { probesOf, type Probe } from './probes.ts'
import { reminderEffects } from './reminder-effects.ts'
import { formOf, roomEffects } from './room/room-effects.ts'
import { effectSentence } from './texts/effect-texts.ts'
import { viewEffects } from './views-in-way.ts'

/** An effect in words, with some of the records it concerns. */
export type ToldEffect = Effect & { readonly text: Sentence; readonly records?: readonly NamedRecord[] }

export interface ImpactedChange {
  readonly change: Change
  readonly text: Sentence
  readonly effects: readonly ToldEffect[]
  /** Tells one set of values that do not convert from another of the same size. */
  readonly digest?: string
}

/** What publishing would do, change by change. */
export interface Impact {
  readonly changes: readonly ImpactedChange[]
  /** An effect of severity `error` stands in the way. */
  readonly blocked: boolean
  /** Number of changes to tables and indexes. */
  readonly statements: number
}

/** A change in both languages, as revisions keep it. */
export const changeSentence = (change: Change): Sentence => ({
  en: describeChange(change, 'en'),
  zh: describeChange(change, 'zh'),
})

async function measure(connection: Connection, probe: Probe): Promise<ToldEffect | undefined> {
  const [row] = await connection.query<{ count: number }>(probe.count)
  const count = row?.count ?? 0
  if (count === 0) return undefined
  const { code, examples, named = examples, form } = probe
  const found = named && (await connection.query<{ id: string; title: string | null }>(named))
  const titles = examples && found && { records: found.flatMap(({ title }) => title ?? []) }
  // Code and params come from one probe.
  const params = { ...probe.params, ...titles }
  const effect = { code, params, count, severity: severities[code] } as Effect
  const records =
    form === undefined ? undefined : found?.map((one) => ({ form, id: one.id, title: one.title }))
  return { ...effect, text: effectSentence(effect), ...(records !== undefined && { records }) }
}

const told = (effect: Effect): ToldEffect => ({ ...effect, text: effectSentence(effect) })

/** The dry run of a change of type: every value is converted as publishing would. */
async function typeChangeEffects(
  connection: Connection,
  schema: string,
  change: Change,
  definitions: { readonly before: AppDefinition; readonly after: AppDefinition },
): Promise<Pick<ImpactedChange, 'effects' | 'digest'>> {
  if (change.type !== 'fieldChanged' || !isConvertible(change.before.type, change.after.type))
    return { effects: [] }
  const { before: from, after: to, form, lineItems } = change
  const changed = { form: form.key, ...(lineItems && { lineItems: lineItems.key }), from, to }
  const found = await measureTypeChange(connection, schema, changed, definitions)
  const converted = found.examples.map(({ was, becomes }) => `${was} → ${becomes}`).join(' · ')
  const field = to.label
  const effects: ToldEffect[] = []
  if (found.converts > 0)
    effects.push(
      told({
        code: 'values-converted',
        severity: 'info',
        count: found.converts,
        params: { field, examples: converted },
      }),
    )
  if (found.keeps > 0)
    effects.push(
      told({
        code: 'values-kept',
        severity: 'warning',
        count: found.keeps,
        params: { field, examples: found.kept.join(' · ') },
      }),
    )
  return { effects, digest: found.digest }
}

/** What is true of a form as a whole is told once, with the first of its changes. */
function withForms(
  changes: readonly ImpactedChange[],
  ofForms: ReadonlyMap<string, readonly Effect[]>,
): readonly ImpactedChange[] {
  const spokenOf = new Set<string>()
  return changes.map((one) => {
    const form = formOf(one.change)
    const effects = form === undefined || spokenOf.has(form) ? undefined : ofForms.get(form)
    if (form === undefined || effects === undefined) return one
    spokenOf.add(form)
    return { ...one, effects: [...one.effects, ...effects.map(told)] }
  })
}

const ofConversion: ReadonlySet<string> = new Set(['values-converted', 'values-kept'] satisfies EffectCode[])

const convertedBefore = (
  measured: ImpactedChange | undefined,
): Pick<ImpactedChange, 'effects' | 'digest'> => ({
  effects: measured?.effects.filter(({ code }) => ofConversion.has(code)) ?? [],
  ...(measured?.digest !== undefined && { digest: measured.digest }),
})

/**
 * Counts in the records of the workspace what it would mean to go from one definition to the other; changes nothing. What
 * becomes of values that are converted is taken from `measured`, where that is given.
 */
export async function describeImpact(
  connection: Connection,
  { schema }: WorkspaceRef,
  before: AppDefinition,
  after: AppDefinition,
  measured?: readonly ImpactedChange[],
): Promise<Impact> {
  const changes: ImpactedChange[] = []
  for (const [at, change] of diffDefinitions(before, after).entries()) {
    const effects: ToldEffect[] = []
    for (const probe of probesOf({ schema, before }, change)) {
      const effect = await measure(connection, probe)
      if (effect !== undefined) effects.push(effect)
    }
    const converted = measured
      ? convertedBefore(measured[at])
      : await typeChangeEffects(connection, schema, change, { before, after })
    effects.push(...converted.effects)
    changes.push({ ...converted, change, text: changeSentence(change), effects })
  }
  const breaking = await brokenRules(
    connection,
    schema,
    before,
    changes.map(({ change }) => change),
  )
  for (const [at, { effect, records }] of breaking) {
    const one = changes[at]
    if (one !== undefined) changes[at] = { ...one, effects: [...one.effects, { ...told(effect), records }] }
  }
  const reminded = await reminderEffects(
    connection,
    schema,
    before,
    changes.map(({ change }) => change),
  )
  for (const [at, effect] of reminded) {
    const one = changes[at]
    if (one !== undefined) changes[at] = { ...one, effects: [...one.effects, told(effect)] }
  }
  const plan = planMigration(before, after)
  const roomy = withForms(changes, await roomEffects(connection, schema, plan, { before, after }))
  const spoken = withForms(roomy, await viewEffects(connection, schema, plan, before))
  const blocked = spoken.some(({ effects }) => effects.some(({ severity }) => severity === 'error'))
  return { changes: spoken, blocked, statements: plan.steps.length }
}
