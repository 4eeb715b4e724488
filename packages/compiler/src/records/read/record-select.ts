import { identifier, joinSql, param, sql, type SqlColumn, type SqlFragment } from '@pipewright/logic'
import { systemFields } from '@pipewright/metadata'
import type { CompiledItems } from '../../app/compiled-form.ts'
import { mayReadField } from '../../rights/readable.ts'
import { issue, type Issue } from '../issue.ts'
import { columnSql, predicateSql } from '../sql/column-sql.ts'
import { rowsSql } from '../sql/items-sql.ts'
import { columnOfAlias, tableOfScene, type SqlScene } from '../sql/sql-scene.ts'
import { ownTitleSql, targetTitlesSql, targetTitleSql } from '../sql/title-sql.ts'
import type { FormReading } from './read-scene.ts'
import type { RowShape } from './record-answer.ts'

const systemColumns = [
  'id',
  'version',
  'owner',
  'department',
  'created_at',
  'created_by',
  'updated_at',
  'updated_by',
  'deleted_at',
  'locked_by',
  'stage_since',
] as const
const people = ['owner', 'created_by', 'updated_by'] as const

export interface Selection {
  readonly list: readonly SqlFragment[]
  readonly shape: RowShape
}

const named = (value: SqlFragment, name: string): SqlFragment => sql`${value} as ${identifier(name)}`

function systemList({ sql: scene, base, form }: FormReading): SqlFragment[] {
  const member = systemFields.get('owner')
  return [
    ...systemColumns.map((column) => named(columnOfAlias(base, column), column)),
    ...people.flatMap((column) => {
      const title = member && targetTitleSql(scene, columnOfAlias(base, column), member)
      return title === undefined ? [] : [named(title, `${column}_title`)]
    }),
    named(ownTitleSql(scene, base, form.key), 'title'),
  ]
}

/** The titles of what the columns of a row point to, beside them. */
function titlesJson(
  scene: SqlScene,
  items: CompiledItems,
  columns: readonly (readonly [string, SqlColumn])[],
): SqlFragment {
  const pairs = columns.flatMap(([key, column]) => {
    const field = items.fields.get(key)
    if (field?.type === 'anyRelation') {
      const title = targetTitleSql(scene, sql`(${column.sql} ->> 'text')`, field)
      return title === undefined ? [] : [sql`${column.sql} ->> 'id', ${title}`]
    }
    const title = field && targetTitleSql(scene, column.sql, field)
    return title === undefined ? [] : [sql`(${column.sql})::text, ${title}`]
  })
  const pairList = pairs.map((pair) => sql`(${pair})`)
  return pairs.length === 0
    ? sql``
    : sql` || jsonb_build_object('_titles', (select coalesce(jsonb_object_agg(p.id, p.title), '{}'::jsonb) from (values ${joinSql(pairList, sql`, `)}) as p(id, title) where p.id is not null and p.title is not null))`
}

/** Readable fields of the form itself, in order; line items when they are asked for. */
export function readablePaths({ form, rights }: FormReading, withItems: boolean): string[] {
  return [...form.fields.values()]
    .filter((field) => mayReadField(rights, field.key) && (withItems || field.type !== 'lineItems'))
    .map((field) => field.key)
}

export type Selected =
  | ({ readonly ok: true } & Selection)
  | { readonly ok: false; readonly errors: readonly Issue[] }

/** What a statement selects for an answer: system columns, the wanted paths, titles of what they point to. */
export function selectRecord(reading: FormReading, paths: readonly string[]): Selected {
  const { sql: scene, base, form } = reading
  const list = systemList(reading)
  const columns: RowShape['columns'][number][] = []
  const items: RowShape['items'][number][] = []
  const errors: Issue[] = []
  for (const [position, path] of [...new Set(paths)].entries()) {
    const rows = form.items.find((candidate) => candidate.field.key === path)
    const found = scene.index.field(form.place, path)
    const alias = `f${position}`
    if (rows !== undefined && mayReadField(reading.rights, path)) {
      list.push(named(rowsSql(scene, columnOfAlias(base, 'id'), rows, titlesJson), alias))
      items.push({ key: path, value: alias })
      continue
    }
    const column = found === undefined ? undefined : columnSql(scene, base, form.place, path.split('.'), true)
    if (found === undefined || column === undefined) {
      errors.push(issue(`/columns/${position}`, 'unknown-field'))
      continue
    }
    if (found.system && found.hops.length === 0) continue
    list.push(named(column.sql, alias))
    const title =
      targetTitlesSql(scene, column.sql, found.field) ?? targetTitleSql(scene, column.sql, found.field)
    if (title !== undefined) list.push(named(title, `t${position}`))
    columns.push({
      path,
      field: found.field,
      value: alias,
      ...(title === undefined ? {} : { title: `t${position}` }),
    })
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, list, shape: { columns, items } }
}

/** Whether the actor may change or delete the record of the row. */
export function mayList({ rights, sql: scene, base, form }: FormReading): SqlFragment[] {
  const alive = sql`${columnOfAlias(base, 'deleted_at')} is null`
  const may = (allowed: boolean, predicate: FormReading['rights']['predicates']['update']) =>
    allowed
      ? sql`coalesce(${alive} and ${predicateSql(scene, base, form.key, predicate)}, false)`
      : param(false, 'boolean')
  return [
    named(may(rights.update, rights.predicates.update), 'may_update'),
    named(may(rights.delete, rights.predicates.delete), 'may_delete'),
  ]
}

export const fromForm = ({ sql: scene, base, form }: FormReading): SqlFragment =>
  sql`${tableOfScene(scene, form.table)} ${base}`
