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
  /** Answers the record when it changed: `id`, `o0…`, `n0…`; and with `ok` false when it has to be calculated anew. */
  readonly statement: SqlFragment
  readonly fields: readonly string[]
}

/** Nothing but the record itself and what it brings is read, so that it may be locked and changed in one statement. */
export const canFollow = (dependent: Dependent, moves: ReadonlyMap<string, RollupMove>): boolean =>
  dependent.rows.length === 0 &&
  dependent.rollups.every(({ key }) => moves.has(key)) &&
  dependent.formulas.every((field) => dependencies(expressionOf(field)).every((path) => path.length === 1))

const kindTypes: Readonly<Partial<Record<ValueKind, SqlType>>> = { date: 'date', dateTime: 'timestamptz' }

interface Moved {
  readonly value: SqlFragment
  /** Holds unless the outermost value itself went. */
  readonly ok?: SqlFragment
}

function moved(base: SqlFragment, field: RollupField, move: RollupMove | undefined): Moved {
  const held = columnOfAlias(base, field.key)
  if (move === undefined || move.type === 'same') return { value: held }
  if (move.type === 'add') return { value: sql`${held} + ${param(move.by, 'numeric')}` }
  const type = kindTypes[valueKindOf(field)] ?? 'numeric'
  const isMax = field.function === 'max'
  const pick = isMax ? sql`greatest` : sql`least`
  const value = move.came === null ? held : sql`${pick}(${held}, ${param(move.came, type)})`
  if (move.gone === null) return { value }
  const gone = param(move.gone, type)
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
    const [old, fresh] = [sql`x.${identifier(`o${position}`)}`, sql`x.${identifier(`n${position}`)}`]
    const pair = sql`jsonb_build_array(${jsonValueSql({ sql: old, type })}, ${jsonValueSql({ sql: fresh, type })})`
    return sql`case when ${old} is distinct from ${fresh} then jsonb_build_object(${param(key, 'text')}, ${pair}) else '{}'::jsonb end`
  })
  return joinSql(parts, sql` || `)
}

/** Lets the totals of one record follow a change of what they sum up: locked, changed and told in one statement. */
export function planFollow(
  { app, schema, context }: ReadScene,
  form: CompiledForm,
  dependent: Dependent,
  target: {
    readonly id: string
    readonly moves: ReadonlyMap<string, RollupMove>
    readonly event: FollowEvent
  },
): Follow {
  const scene = sqlScene({ schema, context, index: app.index, rights: null })
  const base = scene.alias()
  const fields = [...dependent.rollups, ...dependent.formulas].map(({ key }) => key)
  const { values, ok } = follow(scene, base, form, dependent, target.moves)
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
      fields.map((_, position) => sql`x.${identifier(`${prefix}${position}`)}`),
      sql`, `,
    )
  const differs = sql`row(${row('o')}) is distinct from row(${row('n')})`
  const sets = fields.map((key, position) => sql`${identifier(key)} = x.${identifier(`n${position}`)}`)
  const { event } = target
  const locked = sql`(select ${base}.* from ${table} ${base} where ${columnOfAlias(base, 'id')} = ${param(target.id, 'uuid')} for no key update) ${base}`
  const told = sql`select ${param(event.id, 'uuid')}, ${param(event.at, 'timestamptz')}, ${param(form.key, 'text')}, x.id, 'recalculate', ${param(event.member, 'uuid')}, ${param(JSON.stringify(event.cause), 'text')}::jsonb, ${changesSql(form, fields)} from x where x.ok and ${differs}`
  const statement = sql`with x as materialized (select ${joinSql([sql`${columnOfAlias(base, 'id')} as id`, sql`${ok} as ok`, ...columns], sql`, `)} from ${locked}${joinSql(joins, sql``)}), u as (update ${table} as t set ${joinSql(sets, sql`, `)} from x where t.id = x.id and x.ok and ${differs}), e as (insert into ${tableOfScene(scene, '_record_event')} (id, at, form, record, kind, member, cause, changes) ${told}) select x.* from x where not x.ok or ${differs}`
  return { statement, fields }
}
