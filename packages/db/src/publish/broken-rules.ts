import { compileApp, planBreaking, type ReadScene } from '@pipewright/compiler'
import { askedOf, dependencies } from '@pipewright/logic'
import { indexDefinition, type Change } from '@pipewright/metadata'
import type { AppDefinition, Expression, Rule } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { toStatement } from '../connection/statement.ts'
import { calendarOf } from '../people/workspaces.ts'
import type { Effect, NamedRecord } from './effect.ts'

export interface BrokenRule {
  readonly effect: Effect
  readonly records: readonly NamedRecord[]
}

/** What a record meets that the rule would not let be saved as it is; undefined: the rule stops nothing. */
function breaks({ when, effects }: Rule): Expression | undefined {
  const empty = effects.flatMap((effect) => (effect.type === 'require' ? (effect.fields ?? []) : []))
  if (effects.some(({ type }) => type === 'refuse')) return when
  if (empty.length === 0) return undefined
  return { and: [when, { or: empty.map((field) => ({ isEmpty: [{ var: field }] })) }] }
}

const stops = ({ effects }: Rule): boolean =>
  effects.some(({ type }) => type === 'refuse' || type === 'require')

/** A record as it stands is not new, and is saved with what it was. */
function asUnchanged(expression: Expression): Expression {
  if (Array.isArray(expression)) return expression.map(asUnchanged)
  if (expression === null || typeof expression !== 'object') return expression
  const { var: read } = expression
  const path = Array.isArray(read) ? read[0] : read
  if (path === '$isNew') return false
  if (typeof path === 'string' && path.startsWith('$old.')) return { var: path.slice('$old.'.length) }
  return Object.fromEntries(Object.entries(expression).map(([name, part]) => [name, asUnchanged(part)]))
}

/** Facts about whoever writes, which no stored record tells. */
const ofWriter = new Set(['$roles', '$device'])

const asksWriter = (expression: Expression): boolean =>
  askedOf(expression).size > 0 || dependencies(expression).some(([head = '']) => ofWriter.has(head))

/** The system looks at all records. */
export async function systemScene(
  connection: Connection,
  schema: string,
  before: AppDefinition,
): Promise<ReadScene> {
  const { zone, calendar } = await calendarOf(connection, schema)
  const [clock] = await connection.query<{ now: string; today: string }>({
    text: 'select now() as now, (now() at time zone $1)::date as today',
    values: [zone],
  })
  const me = '00000000-0000-7000-8000-000000000000'
  const app = compileApp(before, 0)
  const nobody = { memberId: me, departmentId: null, departmentTree: [], team: [], roles: [] }
  const rights = app.rights({ ...nobody, admin: true, zone, locale: 'en' })
  return {
    app,
    rights,
    schema,
    context: { now: clock?.now ?? '', today: clock?.today ?? '', zone, calendar, me },
  }
}

async function look(
  connection: Connection,
  scene: ReadScene,
  form: string,
  rule: Rule,
): Promise<BrokenRule | undefined> {
  const filter = breaks(rule)
  if (filter === undefined) return undefined
  const params = { rule: rule.label }
  const unchecked = (why: 'writer' | 'fields'): BrokenRule => ({
    effect: { code: 'rule-unchecked', severity: 'info', count: 0, params: { ...params, why } },
    records: [],
  })
  if (asksWriter(filter)) return unchecked('writer')
  const plan = planBreaking(scene, form, asUnchanged(filter), rule.rows)
  if (!plan.ok) return unchecked('fields')
  const [row] = await connection.query<{ count: number }>(toStatement(plan.count))
  const count = row?.count ?? 0
  if (count === 0) return undefined
  const named = await connection.query<{ id: string; title: string | null }>(toStatement(plan.named))
  const effect: Effect = { code: 'rule-broken', severity: 'warning', count, params }
  return { effect, records: named.map(({ id, title }) => ({ form, id, title })) }
}

/** Rules that are new or another, with the records that do not keep to them; by the place of the change. */
export async function brokenRules(
  connection: Connection,
  schema: string,
  before: AppDefinition,
  changes: readonly Change[],
): Promise<ReadonlyMap<number, BrokenRule>> {
  const found = new Map<number, BrokenRule>()
  const had = indexDefinition(before)
  let scene: ReadScene | undefined
  for (const [at, change] of changes.entries()) {
    if (change.type !== 'ruleAdded' && change.type !== 'ruleChanged') continue
    const rule = change.type === 'ruleAdded' ? change.rule : change.after
    const form = change.form.key
    if (!stops(rule) || had.form(form) === undefined) continue
    scene ??= await systemScene(connection, schema, before)
    const broken = await look(connection, scene, form, rule)
    if (broken !== undefined) found.set(at, broken)
  }
  return found
}
