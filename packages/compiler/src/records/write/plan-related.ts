import { identifier, joinSql, param, sql, type SqlFragment } from '@pipewright/logic'
import type { CompiledForm } from '../../app/compiled-form.ts'
import type { Actor } from '../../rights/actor.ts'
import type { ReadScene } from '../read/read-scene.ts'
import { rememberPlan } from '../read/remember-plan.ts'
import { columnSql, listSql, visibleSql } from '../sql/column-sql.ts'
import { innerRowsSql } from '../sql/items-sql.ts'
import { jsonObjectSql, jsonValueSql } from '../sql/json-sql.ts'
import { asSystem, columnOfAlias, sqlScene, tableOfScene, type SqlScene } from '../sql/sql-scene.ts'
import { figureSelect, linkedSelect } from './figure-select.ts'
import { rateSelect } from './rate-select.ts'
import { keepsTotals } from '../../app/lock-order.ts'
import { ratesName } from '../../app/rates.ts'
import { checklistName, checklistSelect, gateOfName, gateSelect } from './gate-records.ts'
import type { Needs } from './related.ts'

const idsOf = (ids: readonly string[]): SqlFragment => param(ids, 'uuid', true)

/** How many a list will hold is unknown to PostgreSQL, which plans it anew each time; the plan for one is kept. */
const among = (ids: readonly string[], isOne: boolean): SqlFragment =>
  isOne ? sql`= (${idsOf(ids)})[1]` : sql`= any(${idsOf(ids)})`

function members(scene: SqlScene, ids: SqlFragment): SqlFragment {
  return sql`select '_member'::text as form, id, active as readable, jsonb_build_object('department', department, 'roles', array(select role from ${tableOfScene(scene, '_member_role')} as held where held.member = m.id)) as values from ${tableOfScene(scene, '_member')} as m where id ${ids}`
}

function departments(scene: SqlScene, ids: SqlFragment): SqlFragment {
  return sql`select '_department'::text as form, id, true as readable, '{}'::jsonb as values from ${tableOfScene(scene, '_department')} where id ${ids}`
}

/** A file may be attached by who uploaded it, as long as no record has it. */
function files(scene: SqlScene, ids: SqlFragment, actor: Actor): SqlFragment {
  return sql`select '_file'::text as form, id, (record is null and uploaded_by = ${param(actor.memberId, 'uuid')}) as readable, jsonb_build_object('name', name, 'bytes', bytes::text, 'at', record || ' ' || field) as values from ${tableOfScene(scene, '_file')} where id ${ids}`
}

/**
 * Records that the write refers to or looks at. They are held, in the order of their ids, so that none of them is deleted
 * before the write is done; one that is being deleted is waited for and then seen as it is.
 */
function records(
  scene: SqlScene,
  app: ReadScene['app'],
  form: string,
  ids: SqlFragment,
  isRead: boolean,
): SqlFragment | undefined {
  const target = app.form(form)
  if (target === undefined) return undefined
  const lock = isRead ? readingLock(target) : sql`for key share`
  const row = scene.alias()
  const system = asSystem(scene)
  const place = { form }
  const wanted = [...(app.lookups.targets.get(form) ?? [])]
  const columns = wanted.flatMap((name) => {
    const column = columnSql(system, row, place, name.split('.'), true)
    return column === undefined ? [] : [[name, column] as const]
  })
  const inRows = wanted.flatMap((name) => {
    const rows = innerRowsSql(system, row, target, name)
    return rows === undefined ? [] : [sql` || jsonb_build_object(${param(name, 'text')}, ${rows})`]
  })
  const lists = wanted.flatMap((name) => {
    const list = name.includes('.') ? listSql(system, row, place, name.split('.')) : undefined
    if (list === undefined) return []
    const value = jsonValueSql({ sql: sql`l.v`, type: list.type })
    return [
      sql` || jsonb_build_object(${param(name, 'text')}, (select coalesce(jsonb_agg(${value}), '[]'::jsonb) from (${list.from} ${list.order ?? sql``}) as l(v)))`,
    ]
  })
  const visible = visibleSql(scene, row, form) ?? sql`false`
  const values = [jsonObjectSql(columns), ...lists, ...inRows].reduce((all, part) => sql`${all}${part}`)
  return sql`select ${param(form, 'text')} as form, ${columnOfAlias(row, 'id')} as id, coalesce(${visible}, false) as readable, ${values} as values from ${tableOfScene(scene, form)} ${row} where ${columnOfAlias(row, 'id')} ${ids} order by ${columnOfAlias(row, 'id')} ${lock} of ${row}`
}

/** Rows of a union cannot be held, so each part is made before. */
function together(selects: readonly SqlFragment[]): SqlFragment {
  const named = selects.map((select, position) => ({ select, name: identifier(`n${position}`) }))
  const parts = named.map(({ select, name }) => sql`${name} as materialized (${select})`)
  const all = named.map(({ name }) => sql`select form, id::text as id, readable, values from ${name}`)
  return sql`with ${joinSql(parts, sql`, `)} ${joinSql(all, sql` union all `)}`
}

const none: ReadonlySet<string> = new Set()

export interface RelatedReading {
  readonly privileged?: boolean
  /** Forms whose values the write stores for records that did not name theirs before. */
  readonly read?: ReadonlySet<string>
}

/**
 * Whoever changes a record brings those up to date that name it; one that is about to name it is not among them yet. So
 * that it does not keep an old value, it waits for the change, or the change for it. A record with totals of its own will
 * be changed by this write too, and two that only share it would then wait for each other.
 */
const readingLock = (target: CompiledForm): SqlFragment =>
  keepsTotals(target) ? sql`for no key update` : sql`for share`

interface RelatedPlan {
  readonly ok: true
  readonly statement?: SqlFragment
  /** By form, the very lists that stand for its ids in the statement. */
  readonly lists: ReadonlyMap<unknown, string>
}

function makePlan(
  scene: ReadScene,
  actor: Actor,
  forms: readonly string[],
  isOne: boolean,
  { privileged = false, read = none }: RelatedReading,
): RelatedPlan {
  const { schema, context, rights } = scene
  const opened = sqlScene({ schema, context, index: scene.app.index, rights: privileged ? null : rights })
  const lists = new Map<unknown, string>()
  const selects = forms.flatMap((form) => {
    const ids: readonly string[] = [form]
    lists.set(ids, form)
    if (form === '_member') return [members(opened, among(ids, isOne))]
    if (form === '_department') return [departments(opened, among(ids, isOne))]
    if (form === '_file') return [files(opened, among(ids, isOne), actor)]
    if (form === ratesName) return [rateSelect(opened, param(ids, 'text', true))]
    if (form === checklistName) return [checklistSelect(opened, idsOf(ids))]
    const figure = scene.app.figures.get(form)
    if (figure !== undefined) return [figureSelect(opened, figure, param(ids, 'text', true))]
    const linked = scene.app.linked.get(form)
    if (linked !== undefined) return [linkedSelect(opened, linked, param(ids, 'text', true))]
    const gate = gateOfName(scene.app, form)
    if (gate !== undefined) return [gateSelect(opened, form, gate, idsOf(ids))]
    return records(opened, scene.app, form, among(ids, isOne), read.has(form)) ?? []
  })
  return {
    ok: true,
    lists,
    ...(selects.length === 0 ? {} : { statement: together(selects) }),
  }
}

/** One statement for all records that a write looks at: `form`, `id`, `readable`, `values`. */
export function planRelated(
  scene: ReadScene,
  actor: Actor,
  needs: Needs,
  reading: RelatedReading = {},
): SqlFragment | undefined {
  const forms = [...needs.keys()].toSorted()
  const { privileged = false, read = none } = reading
  const names = forms.map((form) => (read.has(form) ? `${form}!` : form))
  const isOne = [...needs.values()].every(({ size }) => size === 1)
  const name = `related ${actor.memberId} ${privileged} ${isOne} ${names.join(' ')}`
  const { statement, lists } = rememberPlan(scene, name, () => makePlan(scene, actor, forms, isOne, reading))
  if (statement === undefined) return undefined
  const idsIn = (value: unknown) => {
    const form = lists.get(value)
    return form === undefined ? undefined : [...(needs.get(form) ?? [])].toSorted()
  }
  return { ...statement, values: statement.values.map((value) => idsIn(value) ?? value) }
}
