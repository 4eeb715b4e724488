import { identifier, joinSql, param, sql, type SqlFragment } from '@pipewright/logic'
import { partColumn, type CalculatedField } from '@pipewright/metadata'
import type { Dependent } from '../../app/dependents.ts'
import type { CompiledForm } from '../../app/compiled-form.ts'
import type { ReadScene } from '../read/read-scene.ts'
import { formulaSql, resolverFor, rollupSql } from '../sql/column-sql.ts'
import { columnOfAlias, sqlScene, tableOfScene, type SqlScene } from '../sql/sql-scene.ts'
import { movedRollups, type MovedRollups } from './moved-rollups.ts'
import type { RollupMoves } from './rollup-moves.ts'
import { columnOf } from '../../tables/column-of.ts'
import { childTableOf } from '../../tables/table-names.ts'

/** Which records changed: with the targets they named before and after when that is known. */
export interface ChangedSources {
  readonly ids: readonly string[]
  readonly targets?: readonly string[]
}

const system = (scene: ReadScene): SqlScene =>
  sqlScene({ schema: scene.schema, context: scene.context, index: scene.app.index, rights: null })

const idList = (ids: readonly string[]): SqlFragment =>
  sql`any(${param([...new Set(ids)].toSorted(), 'uuid', true)})`

function findTargets(scene: SqlScene, dependent: Dependent, changed: ChangedSources): SqlFragment {
  let found: SqlFragment = idList(changed.ids)
  let isList = true
  for (const step of dependent.steps) {
    const match = isList ? found : sql`any(array(${found}))`
    found = sql`select ${identifier(step.take)} from ${tableOfScene(scene, step.table)} where ${identifier(step.match)} = ${match}`
    isList = false
  }
  if (!isList) return sql`any(array(${found}))`
  if (dependent.relation === undefined || changed.targets !== undefined)
    return idList(changed.targets ?? changed.ids)
  if (dependent.link !== undefined)
    return sql`any(array(select target from ${tableOfScene(scene, dependent.link)} where parent = ${found}))`
  const source = tableOfScene(scene, dependent.source)
  return sql`any(array(select ${identifier(partColumn(dependent.relation))} from ${source} where id = ${found}))`
}

/** Locks at most so many records to be calculated anew, in the order of their ids; their sums are taken after this. */
export function planLockTargets(
  scene: ReadScene,
  dependent: Dependent,
  changed: ChangedSources,
  most: number,
): SqlFragment {
  const opened = system(scene)
  return sql`select id from ${tableOfScene(opened, dependent.target)} where id = ${findTargets(opened, dependent, changed)} order by id limit ${param(most, 'int')} for no key update`
}

/** What is noted of records that are calculated anew later. */
interface Deferred {
  /** Another one each time, so that whoever is at such a record knows that it changed again. */
  readonly mark: string
  readonly at: string
  readonly member: string | null
  readonly cause: object
}

/** Notes the records to be calculated anew by a job instead; those that wait already wait for this change too. */
export function planDeferTargets(
  scene: ReadScene,
  dependent: Dependent,
  changed: ChangedSources,
  { mark, at, member, cause }: Deferred,
): SqlFragment {
  const opened = system(scene)
  return sql`insert into ${tableOfScene(opened, '_recalculation')} as w (form, record, mark, member, cause, at) select ${param(dependent.target, 'text')}, t.id, ${param(mark, 'uuid')}, ${param(member, 'uuid')}, ${param(JSON.stringify(cause), 'text')}::jsonb, ${param(at, 'timestamptz')} from ${tableOfScene(opened, dependent.target)} as t where t.id = ${findTargets(opened, dependent, changed)} order by t.id on conflict (form, record) do update set mark = excluded.mark, member = excluded.member, cause = excluded.cause, at = excluded.at, failed = false`
}

interface Calculated {
  readonly field: CalculatedField
  readonly value: SqlFragment
}

interface Places {
  readonly table: string
  readonly base: SqlFragment
  readonly where: SqlFragment
  readonly moved?: MovedRollups | undefined
  readonly isTrial?: boolean | undefined
}

const lateral = (position: number): SqlFragment => identifier(`l${position}`)

/** Each value is calculated once and seen by those after it. */
function chain(values: readonly Calculated[]): { joins: SqlFragment; columns: readonly SqlFragment[] } {
  const joins = values.map(
    ({ value }, position) => sql` cross join lateral (select ${value} as v) as ${lateral(position)}`,
  )
  return { joins: joinSql(joins, sql``), columns: values.map((_, position) => sql`${lateral(position)}.v`) }
}

/** As its column would hold it, or refuse it. */
function heldAs(value: SqlFragment, field: CalculatedField): SqlFragment {
  const type = columnOf(field)?.type
  return type === undefined ? value : sql`${value}::${{ strings: [type], values: [] }}`
}

function recalculation(
  scene: SqlScene,
  { table, base, where, moved, isTrial = false }: Places,
  values: readonly Calculated[],
): SqlFragment {
  const { joins, columns } = chain(values)
  const olds = values.map(
    ({ field }, position) => sql`${columnOfAlias(base, field.key)} as ${identifier(`o${position}`)}`,
  )
  const held = values.map(({ field }, position) => {
    const column = columns[position] ?? sql`null`
    return isTrial ? heldAs(column, field) : column
  })
  const news = held.map((column, position) => sql`${column} as ${identifier(`n${position}`)}`)
  const row = (prefix: string) =>
    joinSql(
      values.map((_, position) => sql`x.${identifier(`${prefix}${position}`)}`),
      sql`, `,
    )
  const sets = values.map(
    ({ field }, position) => sql`${identifier(field.key)} = x.${identifier(`n${position}`)}`,
  )
  const differs = sql`row(${row('o')}) is distinct from row(${row('n')})`
  const target = tableOfScene(scene, table)
  const beside =
    moved?.from === undefined
      ? sql``
      : sql` join ${moved.from.rows} on ${moved.from.id} = ${columnOfAlias(base, 'id')}`
  const update = sql`, u as (update ${target} as t set ${joinSql(sets, sql`, `)} from x where t.id = x.id and ${differs})`
  return sql`with x as materialized (select ${joinSql([sql`${columnOfAlias(base, 'id')} as id`, ...olds, ...news], sql`, `)} from ${target} ${base}${beside}${joins} where ${where})${isTrial ? sql`` : update} select x.* from x where ${differs}`
}

export interface Recalculation {
  /** Rows of line items first, one statement per table. */
  readonly rows: readonly SqlFragment[]
  /** Answers the records that changed: `id`, and `o0…`, `n0…` for the fields. */
  readonly record: SqlFragment | undefined
  readonly fields: readonly string[]
}

export interface RecalculationTargets {
  readonly ids: readonly string[]
  /** By record, how its rollups follow; those that are missing are taken anew. */
  readonly moves?: RollupMoves | undefined
  /** Nothing of the records is stored; what does not fit its column is refused all the same. */
  readonly isTrial?: boolean
}

/** Calculates stored values of locked records anew from the rows as they are now. */
export function planRecalculation(
  scene: ReadScene,
  form: CompiledForm,
  dependent: Dependent,
  { ids, moves, isTrial }: RecalculationTargets,
): Recalculation {
  const opened = system(scene)
  const rows = dependent.rows.map(({ lineItems, fields }) => {
    const base = opened.alias()
    const place = { form: form.key, lineItems }
    const known = new Map<string, SqlFragment>()
    const values = fields.map((field, position) => {
      const value =
        field.type === 'rollup'
          ? rollupSql(opened, base, place, field)
          : formulaSql(opened, place, resolverFor(opened, base, place, known), field)
      known.set(field.key, sql`${lateral(position)}.v`)
      return { field, value }
    })
    const where = sql`${columnOfAlias(base, 'parent')} = ${idList(ids)}`
    return recalculation(opened, { table: childTableOf(form.key, lineItems), base, where }, values)
  })
  const base = opened.alias()
  const known = new Map<string, SqlFragment>()
  const { rollups } = dependent
  const moved = moves === undefined ? undefined : movedRollups(opened, base, form, { ids, rollups, moves })
  const values = [...rollups, ...dependent.formulas].map((field, position) => {
    const value =
      field.type === 'rollup'
        ? (moved?.values.get(field.key) ?? rollupSql(opened, base, form.place, field))
        : formulaSql(opened, form.place, resolverFor(opened, base, form.place, known), field)
    known.set(field.key, sql`${lateral(position)}.v`)
    return { field, value }
  })
  const where = sql`${columnOfAlias(base, 'id')} = ${idList(ids)}`
  const record =
    values.length === 0
      ? undefined
      : recalculation(opened, { table: form.table, base, where, moved, isTrial }, values)
  return { rows, record, fields: values.map(({ field }) => field.key) }
}
