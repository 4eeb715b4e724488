import {
  dependencies,
  identifier,
  joinSql,
  param,
  sql,
  type SqlFragment,
  type SqlType,
} from '@pipewright/logic'
import { expressionOf, valueKindOf, type ValueKind } from '@pipewright/metadata'
import type { RollupField } from '@pipewright/schemas'
import type { CompiledForm } from '../../app/compiled-form.ts'
import type { Dependent } from '../../app/dependents.ts'
import { expressionType } from '../../app/value-type.ts'
import type { ReadScene } from '../read/read-scene.ts'
import { rememberPlan } from '../read/remember-plan.ts'
import { formulaSql, resolverFor } from '../sql/column-sql.ts'
import { jsonValueSql } from '../sql/json-sql.ts'
import { columnOfAlias, sqlScene, tableOfScene, type SqlScene } from '../sql/sql-scene.ts'
import type { RollupMove } from './rollup-moves.ts'

/** What the ledger says of it. */
export interface FollowEvent {
  readonly id: string
  readonly at: string
  readonly member: string | null
  readonly cause: object
}

export interface Follow {
  /** Parts of a `with` that lock and change the record. */
  readonly parts: SqlFragment
  /** Select of the line of the ledger that tells of it, by the columns of the ledger. */
  readonly told: SqlFragment
  /** What came of it, as one JSON value of the shape `Came`: null when nothing changed. */
  readonly came: SqlFragment
  readonly fields: readonly string[]
}

/** Which of the fields changed, by their places; not `ok` when the record has to be calculated anew. */
export interface Came {
  readonly ok: boolean
  readonly changed: readonly boolean[]
}

/** Nothing but the record itself and what it brings is read, so that it may be locked and changed in one statement. */
export const canFollow = (dependent: Dependent, moves: ReadonlyMap<string, RollupMove>): boolean =>
  dependent.rows.length === 0 &&
  dependent.rollups.every(({ key }) => moves.has(key)) &&
  dependent.formulas.every((field) => dependencies(expressionOf(field)).every((path) => path.length === 1))

const kindTypes: Readonly<Partial<Record<ValueKind, SqlType>>> = { date: 'date', dateTime: 'timestamptz' }

/** Stands for what differs from change to change while a plan is made; no value that is stored can hold this character. */
const open = (name: string): string => `\u0000${name}`

type Known = ReadonlyMap<unknown, string | null>

const filled = ({ strings, values }: SqlFragment, known: Known): SqlFragment => ({
  strings,
  values: values.map((value) => {
    const found = known.get(value)
    return found === undefined ? value : found
  }),
})

interface Moved {
  readonly value: SqlFragment
  /** Holds unless the outermost value itself went. */
  readonly ok?: SqlFragment
}

function moved(base: SqlFragment, field: RollupField, move: RollupMove | undefined): Moved {
  const held = columnOfAlias(base, field.key)
  if (move === undefined || move.type === 'same') return { value: held }
  if (move.type === 'add') return { value: sql`${held} + ${param(open(`by ${field.key}`), 'numeric')}` }
  const type = kindTypes[valueKindOf(field)] ?? 'numeric'
  const isMax = field.function === 'max'
  const pick = isMax ? sql`greatest` : sql`least`
  const value = move.came === null ? held : sql`${pick}(${held}, ${param(open(`came ${field.key}`), type)})`
  if (move.gone === null) return { value }
  const gone = param(open(`gone ${field.key}`), type)
  return { value, ok: isMax ? sql`${held} > ${gone}` : sql`${held} < ${gone}` }
}

interface Following {
  readonly values: readonly SqlFragment[]
  readonly ok: SqlFragment
}

function follow(
  scene: SqlScene,
  base: SqlFragment,
  form: CompiledForm,
  dependent: Dependent,
  moves: ReadonlyMap<string, RollupMove>,
): Following {
  const known = new Map<string, SqlFragment>()
  const tests: SqlFragment[] = []
  const values = [...dependent.rollups, ...dependent.formulas].map((field, position) => {
    const name = sql`${identifier(`l${position}`)}.v`
    if (field.type !== 'rollup') {
      const value = formulaSql(scene, form.place, resolverFor(scene, base, form.place, known), field)
      known.set(field.key, name)
      return value
    }
    const { value, ok } = moved(base, field, moves.get(field.key))
    if (ok !== undefined) tests.push(ok)
    known.set(field.key, name)
    return value
  })
  return { values, ok: tests.length === 0 ? sql`true` : sql`coalesce(${joinSql(tests, sql` and `)}, false)` }
}

/** Old and new of what came out different, as the ledger keeps it. */
function changesSql(form: CompiledForm, fields: readonly string[]): SqlFragment {
  const parts = fields.map((key, position) => {
    const field = form.fields.get(key)
    if (field === undefined) throw new TypeError(`no field ${key}`)
    const type = expressionType(field, form.key, false)
    const [old, fresh] = [sql`fx.${identifier(`o${position}`)}`, sql`fx.${identifier(`n${position}`)}`]
    const pair = sql`jsonb_build_array(${jsonValueSql({ sql: old, type })}, ${jsonValueSql({ sql: fresh, type })})`
    return sql`case when ${old} is distinct from ${fresh} then jsonb_build_object(${param(key, 'text')}, ${pair}) else '{}'::jsonb end`
  })
  return joinSql(parts, sql` || `)
}

type Made = Follow & { readonly ok: true; readonly statement: SqlFragment }

function makePlan(
  { app, schema, context }: ReadScene,
  form: CompiledForm,
  dependent: Dependent,
  moves: ReadonlyMap<string, RollupMove>,
): Made {
  const scene = sqlScene({ schema, context, index: app.index, rights: null })
  const base = scene.alias()
  const fields = [...dependent.rollups, ...dependent.formulas].map(({ key }) => key)
  const { values, ok } = follow(scene, base, form, dependent, moves)
  const table = tableOfScene(scene, form.table)
  const joins = values.map(
    (value, position) => sql` cross join lateral (select ${value} as v) as ${identifier(`l${position}`)}`,
  )
  const columns = fields.flatMap((key, position) => [
    sql`${columnOfAlias(base, key)} as ${identifier(`o${position}`)}`,
    sql`${identifier(`l${position}`)}.v as ${identifier(`n${position}`)}`,
  ])
  const row = (prefix: string) =>
    joinSql(
      fields.map((_, position) => sql`fx.${identifier(`${prefix}${position}`)}`),
      sql`, `,
    )
  const differs = sql`row(${row('o')}) is distinct from row(${row('n')})`
  const sets = fields.map((key, position) => sql`${identifier(key)} = fx.${identifier(`n${position}`)}`)
  const locked = sql`(select ${base}.* from ${table} ${base} where ${columnOfAlias(base, 'id')} = ${param(open('id'), 'uuid')} for no key update) ${base}`
  const told = sql`select ${param(open('event'), 'uuid')}, ${param(open('at'), 'timestamptz')}, ${param(form.key, 'text')}, fx.id, 'recalculate', ${param(open('member'), 'uuid')}, ${param(open('cause'), 'text')}::jsonb, ${changesSql(form, fields)}, null::uuid from fx where fx.ok and ${differs}`
  const parts = sql`fx as materialized (select ${joinSql([sql`${columnOfAlias(base, 'id')} as id`, sql`${ok} as ok`, ...columns], sql`, `)} from ${locked}${joinSql(joins, sql``)}), fu as (update ${table} as t set ${joinSql(sets, sql`, `)} from fx where t.id = fx.id and fx.ok and ${differs})`
  const changed = fields.map(
    (_, position) => sql`fx.${identifier(`o${position}`)} is distinct from fx.${identifier(`n${position}`)}`,
  )
  const came = sql`(select json_build_object('ok', fx.ok, 'changed', json_build_array(${joinSql(changed, sql`, `)})) from fx where not fx.ok or ${differs})`
  return { ok: true, parts, told, came, fields, statement: sql`${parts}${told}` }
}

const numbers = new WeakMap<Dependent, number>()
let last = 0

function numberOf(dependent: Dependent): number {
  const number = numbers.get(dependent) ?? (last += 1)
  numbers.set(dependent, number)
  return number
}

/** What of a move decides how its SQL reads. */
const shapeOf = ([key, move]: readonly [string, RollupMove]): string =>
  move.type === 'extreme' ? `${key} ${move.came !== null} ${move.gone !== null}` : `${key} ${move.type}`

const valuesOf = ([key, move]: readonly [string, RollupMove]): [string, string][] => {
  if (move.type === 'same') return []
  if (move.type === 'add') return [[open(`by ${key}`), move.by]]
  return [
    ...(move.came === null ? [] : [[open(`came ${key}`), move.came] as [string, string]]),
    ...(move.gone === null ? [] : [[open(`gone ${key}`), move.gone] as [string, string]]),
  ]
}

/**
 * Lets the totals of one record follow a change of what they sum up: locked, changed and told within the statement that
 * makes the change. Changes that are alike share their plan.
 */
export function planFollow(
  scene: ReadScene,
  form: CompiledForm,
  dependent: Dependent,
  {
    id,
    moves,
    event,
  }: {
    readonly id: string
    readonly moves: ReadonlyMap<string, RollupMove>
    readonly event: FollowEvent
  },
): Follow {
  const name = `follow ${numberOf(dependent)} ${[...moves].map(shapeOf).join(' ')}`
  const plan = rememberPlan(scene, name, () => makePlan(scene, form, dependent, moves))
  const known: Known = new Map<unknown, string | null>([
    [open('id'), id],
    [open('event'), event.id],
    [open('at'), event.at],
    [open('member'), event.member],
    [open('cause'), JSON.stringify(event.cause)],
    ...[...moves].flatMap(valuesOf),
  ])
  const { parts, told, came, fields } = plan
  return { parts: filled(parts, known), told: filled(told, known), came, fields }
}
