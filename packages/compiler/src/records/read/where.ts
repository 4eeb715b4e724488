import type { Expression, Field } from '@pipewright/schemas'
import { joinSql, param, sql, toSqlCondition, type Problem, type SqlFragment } from '@pipewright/logic'
import { mayReadField } from '../../rights/readable.ts'
import { likePattern, numberSought, searchTerms, soughtField, soughtText } from '../grams.ts'
import { patternOf, soughtGrams, spelledPattern } from '../spelled.ts'
import { issue, type Issue } from '../issue.ts'
import { predicateSql, resolverFor, shownSql } from '../sql/column-sql.ts'
import { columnOfAlias } from '../sql/sql-scene.ts'
import { namedSql } from './named-sql.ts'
import type { FormReading } from './read-scene.ts'
import { underSql } from './under.ts'

export interface Narrowing {
  readonly filter?: Expression | undefined
  readonly search?: string | undefined
  /** Those alone whose whole title is what is sought. */
  readonly isNamed?: boolean | undefined
  /** False where few records are looked through anyway. */
  readonly byIndex?: boolean | undefined
  /** The recycle bin instead of living records. */
  readonly deleted?: boolean | undefined
  /** These records alone, as far as they may be seen. */
  readonly ids?: readonly string[] | undefined
  /** Those right under a record of a tree. */
  readonly under?: { readonly parent: string; readonly id: string } | undefined
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

/** What decides about a term: the text of the fields that may be read, as it stands and as it is read. */
function termSql(reading: FormReading, fields: readonly Field[], term: string): SqlFragment {
  const sought = columnOfAlias(reading.base, '_sought')
  const isAll = fields.length === reading.form.searchFields.length
  const isRead = /[a-z\p{Script=Han}]/u.test(term)
  const pattern = isRead ? spelledPattern(term) : patternOf(term)
  if (!isAll) {
    const own = `${soughtField}(?:${fields.map(({ key }) => key).join('|')})${soughtText}[^${soughtField}]*`
    return sql`${sought} ~ ${param(`${own}(?:${patternOf(term)}|${pattern})`, 'text')}`
  }
  const like = sql`${sought} like ${param(likePattern(term), 'text')}`
  return isRead ? sql`(${like} or ${sought} ~ ${param(pattern, 'text')})` : like
}

/** Index-backed by grams, decided by the readable search fields alone. */
export function searchSql(reading: FormReading, search: string, byIndex = true): SqlFragment {
  const { terms, grams } = searchTerms(search)
  if (terms.length === 0) return sql`true`
  const fields = reading.form.searchFields.filter((field) => mayReadField(reading.rights, field.key))
  if (fields.length === 0) return sql`false`
  const decided = (sought: readonly string[]) =>
    joinSql(
      sought.map((term) => termSql(reading, fields, term)),
      sql` and `,
    )
  const digits = numberSought(search)
  if (digits === undefined || (terms.length === 1 && terms[0] === digits))
    return byIndex ? sql`${hasGrams(reading, grams)} and ${decided(terms)}` : decided(terms)
  // A number is found however it is written: by its digits alone. What narrows stands by itself, so that the index answers
  // for it and no row is looked through for its grams once more.
  const either = sql`(${decided(terms)} or ${decided([digits])})`
  return byIndex
    ? sql`(${hasGrams(reading, grams)} or ${hasGrams(reading, soughtGrams(digits))}) and ${either}`
    : either
}

/** The texts of these fields that are searched. */
export const searchedColumns = (
  reading: FormReading,
  fields: readonly Field[],
): { readonly key: string; readonly column: SqlFragment }[] =>
  fields.flatMap((field) => {
    const column = shownSql(reading.sql, reading.base, reading.form.place, [field.key])
    if (column === undefined) return []
    return [{ key: field.key, column: field.type === 'tags' ? sql`array_to_string(${column}, ' ')` : column }]
  })

const hasGrams = (reading: FormReading, grams: readonly string[]): SqlFragment =>
  sql`${columnOfAlias(reading.base, '_grams')} @> ${param([...grams], 'text', true)}`

/** Which records: those of the actor's scope, alive (or deleted), that meet filter and search. */
export function whereSql(reading: FormReading, narrowing: Narrowing): Where {
  const {
    filter,
    search,
    isNamed = false,
    byIndex = !isNamed,
    deleted = false,
    ids,
    except,
    under,
  } = narrowing
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
  if (under !== undefined) {
    const level = underSql(reading, under.parent, under.id)
    if (!level.ok) return level
    add(level.sql)
  }
  if (search !== undefined && isNamed) add(namedSql(reading, search))
  if (search !== undefined && search.trim() !== '') add(searchSql(reading, search, byIndex))
  const id = columnOfAlias(base, 'id')
  if (ids !== undefined) add(sql`${id} = any(${param([...ids], 'uuid', true)})`)
  if (except !== undefined && except.length > 0) add(sql`${id} <> all(${param([...except], 'uuid', true)})`)
  return { ok: true, parts, sql: joinSql(parts, sql` and `) }
}
