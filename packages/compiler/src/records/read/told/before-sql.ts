import { param, sql, type SqlFragment } from '@pipewright/logic'
import type { Field } from '@pipewright/schemas'
import { partColumns } from '../../../tables/part-columns.ts'
import { columnOfAlias, tableOfScene, type SqlScene } from '../../sql/sql-scene.ts'

/** Lines of the ledger, each with its record as it was before it: `line`, `was`. */
export interface Before {
  readonly name: SqlFragment
  readonly select: SqlFragment
}

/** Rows lie in tables of their own, and a file is more than what its column holds. */
const elsewhere: ReadonlySet<Field['type']> = new Set<Field['type']>(['lineItems', 'attachment'])

/** Columns that follow from a value of several parts, by the path of each. */
function partsSql(scene: SqlScene, form: string, keys: readonly string[], old: SqlFragment): SqlFragment {
  return keys
    .flatMap((key) => {
      const field = scene.index.field({ form }, key)?.field
      return field === undefined ? [] : partColumns(field)
    })
    .reduce((all, { name, generated }) => {
      if (generated === undefined) return all
      const [column, part] = [param(generated.column, 'text'), param(generated.part, 'text')]
      const made = sql`jsonb_build_object(${param(name, 'text')}, ${old} -> ${column} -> ${part})`
      return sql`${all} || case when ${old} ? ${column} then ${made} else '{}'::jsonb end`
    }, old)
}

/**
 * Lines that changed what is read, of these records, and what each had before: what it has now, with the oldest of the
 * values that the line and later ones replaced.
 */
export function beforeSql(
  scene: SqlScene,
  of: string,
  read: ReadonlySet<string>,
  ids: ReadonlySet<string>,
  since: string,
): Before | undefined {
  const keys = [...read].filter((key) => {
    const type = scene.index.field({ form: of }, key)?.field.type
    return type !== undefined && !elsewhere.has(type)
  })
  if (keys.length === 0) return undefined
  const [name, line, now, later] = [scene.alias(), scene.alias(), scene.alias(), scene.alias()]
  const [value, old, row] = [scene.alias(), scene.alias(), scene.alias()]
  const events = tableOfScene(scene, '_record_event')
  const list = param(keys.toSorted(), 'text', true)
  const at = (alias: SqlFragment) => sql`(${columnOfAlias(alias, 'at')}, ${columnOfAlias(alias, 'id')})`
  const isLater = sql`${columnOfAlias(later, 'form')} = ${columnOfAlias(line, 'form')} and ${columnOfAlias(later, 'record')} = ${columnOfAlias(line, 'record')} and ${at(later)} >= ${at(line)}`
  const replaced = sql`select distinct on (${value}.key) ${value}.key as key, ${value}.value -> 0 as value from ${events} ${later} cross join lateral jsonb_each(${columnOfAlias(later, 'changes')}) as ${value} where ${isLater} and ${value}.key = any(${list}) order by ${value}.key, ${columnOfAlias(later, 'at')}, ${columnOfAlias(later, 'id')}`
  const concerned = sql`${columnOfAlias(line, 'form')} = ${param(of, 'text')} and ${columnOfAlias(line, 'record')} = any(${param([...ids].toSorted(), 'uuid', true)}) and ${columnOfAlias(line, 'at')} > ${param(since, 'timestamptz')} and ${columnOfAlias(line, 'kind')} <> 'create' and ${columnOfAlias(line, 'changes')} ?| ${list}`
  return {
    name,
    select: sql`select ${columnOfAlias(line, 'id')}::text as line, ${row} as was from ${events} ${line} join ${tableOfScene(scene, of)} ${now} on ${columnOfAlias(now, 'id')} = ${columnOfAlias(line, 'record')} cross join lateral (select jsonb_object_agg(key, value) as v from (${replaced}) as replaced) as ${old} cross join lateral jsonb_populate_record(${now}, ${partsSql(scene, of, keys, sql`${old}.v`)}) as ${row} where ${concerned}`,
  }
}
