import { valueTypeOf } from '@pipewright/metadata'
import type { Expression, Field } from '@pipewright/schemas'
import { joinSql, param, sql, toSqlCondition, type Problem, type SqlFragment } from '@pipewright/logic'
import { mayReadField } from '../../rights/readable.ts'
import { gramsOf, likePattern, numberSought, searchTerms } from '../grams.ts'
import { issue, type Issue } from '../issue.ts'
import { predicateSql, resolverFor, shownSql } from '../sql/column-sql.ts'
import { columnOfAlias } from '../sql/sql-scene.ts'
import type { FormReading } from './read-scene.ts'

export interface Narrowing {
  readonly filter?: Expression | undefined
  readonly search?: string | undefined
  /** The recycle bin instead of living records. */
  readonly deleted?: boolean | undefined
  /** These records alone, as far as they may be seen. */
  readonly ids?: readonly string[] | undefined
  /** All but these. */
  readonly except?: readonly string[] | undefined
}

export type Where =
  | { readonly ok: true; readonly sql: SqlFragment; readonly parts: readonly SqlFragment[] }
  | { readonly ok: false; readonly errors: readonly Issue[] }

const limits = { depth: 10, nodes: 200, list: 1000 }

/** A filter from outside may be smaller only than one of the definition. Safe at any nesting. */
export function isTooLarge(filter: Expression): boolean {
  const open: { value: unknown; depth: number }[] = [{ value: filter, depth: 0 }]
  let nodes = 0
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next
    if (typeof value !== 'object' || value === null) continue
    const plain = Array.isArray(value) && value.every((item) => typeof item !== 'object' || item === null)
    if (plain && (value as unknown[]).length > limits.list) return true
    nodes += 1
    const below = Array.isArray(value) ? depth : depth + 1
    if (nodes > limits.nodes * 2 || below > limits.depth) return true
    if (!plain) for (const child of Object.values(value)) open.push({ value: child, depth: below })
  }
  return false
}

/** What is wrong with a filter, at its place in the request. */
export function asIssue(found: Problem): Issue {
  const pointer = `/filter${found.pointer}`
  return found.code === 'unknownField' || found.code === 'forbiddenName'
    ? issue(pointer, 'unknown-field')
    : issue(pointer, 'wrong-type', { expected: String(found.params['expected'] ?? found.code) })
}

/** A filter somebody made: it knows readable fields only, so hidden and missing ones fail alike. */
export function filterSql(reading: FormReading, filter: Expression): Where {
  if (isTooLarge(filter)) return { ok: false, errors: [issue('/filter', 'too-many', { max: limits.nodes })] }
  const result = toSqlCondition(filter, resolverFor(reading.sql, reading.base, reading.form.place))
  return result.ok
    ? { ok: true, sql: result.sql, parts: [sql`(${result.sql})`] }
    : { ok: false, errors: result.problems.map(asIssue) }
}

/** Index-backed by grams, decided by the readable search fields alone. */
export function searchSql(reading: FormReading, search: string): SqlFragment {
  const { terms, grams } = searchTerms(search)
  if (terms.length === 0) return sql`true`
  const fields = reading.form.searchFields.filter((field) => mayReadField(reading.rights, field.key))
  const columns = columnsOf(reading, fields)
  if (columns.length === 0) return sql`false`
  const found = terms.map((term) => {
    const hits = columns.map(
      (column) => sql`lower(normalize(${column}, NFKC)) like ${param(likePattern(term), 'text')}`,
    )
    return sql`(${joinSql(hits, sql` or `)})`
  })
  const byTerms = joinSql([hasGrams(reading, grams), ...found], sql` and `)
  const byNumber = numberSql(reading, fields, search)
  return byNumber === undefined ? byTerms : sql`((${byTerms}) or (${byNumber}))`
}

const columnsOf = (reading: FormReading, fields: readonly Field[]): SqlFragment[] =>
  fields.flatMap((field) => {
    const column = shownSql(reading.sql, reading.base, reading.form.place, [field.key])
    if (column === undefined) return []
    return [field.type === 'tags' ? sql`array_to_string(${column}, ' ')` : column]
  })

const hasGrams = (reading: FormReading, grams: readonly string[]): SqlFragment =>
  sql`${columnOfAlias(reading.base, '_grams')} @> ${param([...grams], 'text', true)}`

/** A number is found however it is written: by its digits alone, in fields that hold phones. */
function numberSql(reading: FormReading, fields: readonly Field[], search: string): SqlFragment | undefined {
  const digits = numberSought(search)
  const columns = columnsOf(
    reading,
    fields.filter((field) => valueTypeOf(field) === 'phone'),
  )
  if (digits === undefined || columns.length === 0) return undefined
  const pattern = param(likePattern(digits), 'text')
  const hits = columns.map((column) => sql`regexp_replace(${column}, '\\D', '', 'g') like ${pattern}`)
  const pairs = gramsOf([digits]).filter((gram) => gram.length > 1)
  return sql`${hasGrams(reading, pairs)} and (${joinSql(hits, sql` or `)})`
}

/** Which records: those of the actor's scope, alive (or deleted), that meet filter and search. */
export function whereSql(reading: FormReading, narrowing: Narrowing): Where {
  const { filter, search, deleted = false, ids, except } = narrowing
  const { rights, sql: scene, base, form } = reading
  const gone = columnOfAlias(base, 'deleted_at')
  const parts: SqlFragment[] = [deleted ? sql`${gone} is not null` : sql`${gone} is null`]
  const add = (predicate: SqlFragment) => parts.push(predicate)
  if (rights.predicates.read !== true) add(predicateSql(scene, base, form.key, rights.predicates.read))
  if (deleted && rights.predicates.delete !== true)
    add(predicateSql(scene, base, form.key, rights.predicates.delete))
  if (filter !== undefined && filter !== null && filter !== true) {
    const condition = filterSql(reading, filter)
    if (!condition.ok) return condition
    parts.push(...condition.parts)
  }
  if (search !== undefined && search.trim() !== '') add(searchSql(reading, search))
  const id = columnOfAlias(base, 'id')
  if (ids !== undefined) add(sql`${id} = any(${param([...ids], 'uuid', true)})`)
  if (except !== undefined && except.length > 0) add(sql`${id} <> all(${param([...except], 'uuid', true)})`)
  return { ok: true, parts, sql: joinSql(parts, sql` and `) }
}
