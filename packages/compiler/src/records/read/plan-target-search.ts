import { joinSql, param, sql, type SqlFragment } from '@pipewright/logic'
import type { Expression } from '@pipewright/schemas'
import type { Issue } from '../issue.ts'
import { columnOfAlias } from '../sql/sql-scene.ts'
import { ownTitleSql } from '../sql/title-sql.ts'
import { badFilter, readForm, type FormReading, type Planned, type ReadScene } from './read-scene.ts'
import { fromForm } from './record-select.ts'
import { orderBySql, sortKeys } from './sort-keys.ts'
import { whereSql } from './where.ts'

/** Records of a form that may be picked. */
interface SearchTarget {
  readonly form: string
  readonly filter?: Expression | undefined
}

export interface TargetSearch {
  readonly targets: readonly SearchTarget[]
  /** What was changed last, where nothing is sought. */
  readonly search?: string | undefined
  /** Of each form. */
  readonly limit: number
}

interface Hits {
  readonly where: SqlFragment
  /** Their whole title is what is sought. */
  readonly isNamed: boolean
  readonly limit: number
}

/** The first hits of a form, in the order of its lists, which an index has. */
function hitsSql(reading: FormReading, form: string, { where, isNamed, limit }: Hits): SqlFragment {
  const order = sortKeys(reading, undefined)
  const keys = order.ok ? order.keys : []
  const title = ownTitleSql(reading.sql, reading.base, form)
  return sql`(select ${param(form, 'text')} as form, ${columnOfAlias(reading.base, 'id')} as id, ${title} as title, ${isNamed ? sql`true` : sql`false`} as named from ${fromForm(reading)} where ${where} order by ${orderBySql(keys)} limit ${param(limit, 'int')})`
}

/**
 * The first hits in each of several forms, in one statement: `form`, `id`, `title`, and whether it is `named` so; what is may come twice. Forms that may not be read are passed
 * over, as if they were not asked for; no statement where none is left.
 */
export function planTargetSearch(
  scene: ReadScene,
  { targets, search, limit }: TargetSearch,
): Planned<{ readonly statement: SqlFragment | undefined }> {
  const errors: Issue[] = []
  const selects = targets.flatMap(({ form, filter }, position) => {
    const reading = readForm(scene, form)
    if (reading === undefined) return []
    const where = whereSql(reading, { filter, search })
    const so = whereSql(reading, { filter, search, isNamed: true })
    if (where.ok && so.ok) {
      const named =
        search === undefined ? [] : [hitsSql(reading, form, { where: so.sql, isNamed: true, limit })]
      return [...named, hitsSql(reading, form, { where: where.sql, isNamed: false, limit })]
    }
    if (where.ok) return []
    errors.push(
      ...where.errors.map((error) => ({ ...error, pointer: `/targets/${position}${error.pointer}` })),
    )
    return []
  })
  if (errors.length > 0) return badFilter(errors)
  return { ok: true, statement: selects.length === 0 ? undefined : joinSql(selects, sql` union all `) }
}
