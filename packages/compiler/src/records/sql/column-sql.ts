import type { Expression, Field, RelationsField, RollupField } from '@pipewright/schemas'
import {
  expressionOf,
  isExpressed,
  isInRows,
  isNumeric,
  partColumn,
  partNamed,
  partsOf,
  rowsPlace,
  type ExpressedField,
  type Place,
} from '@pipewright/metadata'
import {
  ANY,
  plainSql,
  sql,
  toSql,
  type SqlList,
  toSqlCondition,
  type SqlColumn,
  type SqlFragment,
  type SqlResolver,
  type SqlRows,
} from '@pipewright/logic'
import { columnType, formScope } from '../../app/form-scope.ts'
import { textColumn } from '../../tables/part-columns.ts'
import { isStored } from '../../tables/is-stored.ts'
import { rowAbove } from '../../tables/system-columns.ts'
import { tableAt } from '../../tables/table-names.ts'
import { expressionType } from '../../app/value-type.ts'
import { mayReadField, readableForm } from '../../rights/readable.ts'
import type { Predicate } from '../../rights/rights.ts'
import { aroundListSql, aroundSql, isAround, numbered } from './around-sql.ts'
import { ofResult } from './of-result.ts'
import { rollupFigure } from './rollup-sql.ts'
import { asSystem, columnOfAlias, tableOfScene, type SqlScene } from './sql-scene.ts'

/** The value of a formula or lookup for the row of an alias. The definition was checked: no SQL for it is our bug. */
export function formulaSql(
  scene: SqlScene,
  place: Place,
  resolver: SqlResolver,
  field: ExpressedField,
): SqlFragment {
  const result = toSql(expressionOf(field), resolver)
  if (!result.ok)
    throw new TypeError(`formula ${place.form}.${field.key} has no SQL: ${result.problems[0]?.code ?? ''}`)
  if (result.type.kind === 'null') return sql`null::text`
  return ofResult(field, isNumeric(field) ? sql`(${result.sql})::numeric` : sql`(${result.sql})`)
}

/** The value of a rollup for the record or row of an alias, or of what a list of `ids` names, from the rows as they are. */
export function rollupSql(
  scene: SqlScene,
  alias: SqlFragment,
  owner: Place,
  field: RollupField,
  ids?: SqlFragment,
): SqlFragment {
  const system = asSystem(scene)
  const rowSql = {
    column: (row: SqlFragment, place: Place, path: readonly string[]) => shownSql(system, row, place, path),
    condition: (row: SqlFragment, place: Place, condition: Expression) =>
      conditionSql(system, row, place, condition),
  }
  return rollupFigure(system, alias, { owner, field }, rowSql, ids)
}

/** A condition of the definition itself (scope, rollup filter); it was checked when it was published. */
export function conditionSql(
  scene: SqlScene,
  alias: SqlFragment,
  place: Place,
  condition: Expression,
): SqlFragment {
  const result = toSqlCondition(condition, resolverFor(asSystem(scene), alias, place))
  if (!result.ok)
    throw new TypeError(`condition on ${place.form} has no SQL: ${result.problems[0]?.code ?? ''}`)
  return sql`(${result.sql})`
}

export function predicateSql(
  scene: SqlScene,
  alias: SqlFragment,
  form: string,
  predicate: Predicate,
): SqlFragment {
  if (predicate === true) return sql`true`
  return predicate === false ? sql`false` : conditionSql(scene, alias, { form }, predicate)
}

/** What a record of a form must meet for this reader to see it; undefined when nothing of the form may be seen. */
export function visibleSql(scene: SqlScene, alias: SqlFragment, form: string): SqlFragment | undefined {
  if (scene.rights === null) return sql`true`
  const rights = readableForm(scene.rights, form)
  if (rights === undefined) return undefined
  const alive = sql`${columnOfAlias(alias, 'deleted_at')} is null`
  return rights.predicates.read === true
    ? alive
    : sql`${alive} and ${predicateSql(scene, alias, form, rights.predicates.read)}`
}

function mayRead(scene: SqlScene, place: Place, key: string, system: boolean): boolean {
  if (scene.rights === null) return true
  const rights = readableForm(scene.rights, place.form)
  if (rights === undefined) return false
  if (place.lineItems === undefined) return system || mayReadField(rights, key)
  return system ? mayReadField(rights, place.lineItems) : mayReadField(rights, `${place.lineItems}.${key}`)
}

function ownColumn(
  scene: SqlScene,
  alias: SqlFragment,
  place: Place,
  field: Field,
  system: boolean,
  whole: boolean,
): SqlColumn {
  const type = expressionType(field, place.form, system)
  if (partsOf(field).length > 0)
    return whole
      ? { sql: columnOfAlias(alias, field.key), type: ANY }
      : { sql: columnOfAlias(alias, textColumn(field)), type }
  if (system || isStored(scene.index.definition, place, field)) {
    const column = columnOfAlias(alias, field.key)
    return { sql: field.type === 'attachment' ? sql`${column}::text[]` : column, type }
  }
  if (field.type === 'rollup') return { sql: rollupSql(scene, alias, place, field), type }
  if (!isExpressed(field)) throw new TypeError('a field without a column')
  return { sql: formulaSql(scene, place, resolverFor(asSystem(scene), alias, place), field), type }
}

/**
 * A path as seen from the row of an alias. Every hop over a relation is a lookup by primary key that, for a reader, is
 * empty where row or field of the target may not be read. Undefined for unknown and unreadable paths alike. A value of
 * several parts is its text, as expressions see it, unless it is asked for as a `whole`.
 */
export function columnSql(
  scene: SqlScene,
  alias: SqlFragment,
  place: Place,
  path: readonly string[],
  whole = false,
): SqlColumn | undefined {
  const [key = '', ...rest] = path
  if (isInRows(place) && isAround(key)) return aroundSql(scene, alias, place, path, columnSql)
  const found = scene.index.field(place, key)
  if (found === undefined || !mayRead(scene, place, key, found.system)) return undefined
  const { field } = found
  if (rest.length === 0)
    return field.type === 'lineItems' ? undefined : ownColumn(scene, alias, place, field, found.system, whole)
  const part = partNamed(field, rest[0] ?? '')
  if (part !== undefined && rest.length === 1) {
    if (part.type === 'relation' && !mayName(scene, part.form)) return undefined
    return {
      sql: columnOfAlias(alias, partColumn(part.key)),
      type: expressionType(part, place.form, false),
    }
  }
  const [relation, further] = part === undefined ? [field, rest] : [part, rest.slice(1)]
  if (relation.type !== 'relation') return undefined
  const row = scene.alias()
  const target = columnSql(scene, row, { form: relation.form }, further, whole)
  const visible = visibleSql(scene, row, relation.form)
  if (target === undefined || visible === undefined) return undefined
  const from = tableOfScene(scene, relation.form)
  const limit = scene.rights === null ? sql`` : sql` and ${visible}`
  return {
    sql: sql`(select ${target.sql} from ${from} ${row} where ${columnOfAlias(row, 'id')} = ${columnOfAlias(alias, partColumn(relation.key))}${limit})`,
    type: target.type,
  }
}

/** Whether this reader may know of records of a form at all. */
const mayName = (scene: SqlScene, form: string): boolean =>
  scene.rights === null || readableForm(scene.rights, form) !== undefined

/** The same as text, search and totals see it: of rich text, the plain text. */
export function shownSql(
  scene: SqlScene,
  alias: SqlFragment,
  place: Place,
  path: readonly string[],
): SqlFragment | undefined {
  const column = columnSql(scene, alias, place, path)
  return column && plainSql(column)
}

/** A path through a relation to many: one value per related record that this reader may see, in order. */
function linkedSql(
  scene: SqlScene,
  alias: SqlFragment,
  field: RelationsField,
  path: readonly string[],
): SqlList | undefined {
  const row = scene.alias()
  const column = columnSql(scene, row, { form: field.form }, path)
  const visible = visibleSql(scene, row, field.form)
  if (column === undefined || visible === undefined) return undefined
  const from = tableOfScene(scene, field.form)
  const ids = columnOfAlias(alias, field.key)
  const id = columnOfAlias(row, 'id')
  const limit = scene.rights === null ? sql`` : sql` and ${visible}`
  return {
    from: sql`select ${column.sql} from ${from} ${row} where ${id} = any(${ids})${limit}`,
    order: sql`order by array_position(${ids}, ${id})`,
    type: column.type,
  }
}

/** A path through line items or a relation to many: a select of one column, correlated to the row of the alias. */
export function listSql(
  scene: SqlScene,
  alias: SqlFragment,
  place: Place,
  path: readonly string[],
): SqlList | undefined {
  const [key = '', ...rest] = path
  if (isInRows(place) && isAround(key)) return aroundListSql(scene, alias, place, path, listSql)
  const found = scene.index.field(place, key)
  if (found === undefined || rest.length === 0 || !mayRead(scene, place, key, found.system)) return undefined
  const { field } = found
  const row = scene.alias()
  if (field.type === 'lineItems') {
    const items = rowsPlace(place, key)
    const from = tableOfScene(scene, tableAt(items))
    const isOf = sql`${columnOfAlias(row, isInRows(items) ? rowAbove : 'parent')} = ${columnOfAlias(alias, 'id')}`
    const inside = listSql(scene, row, items, rest)
    if (inside !== undefined)
      return {
        from: sql`select l.v from ${from} ${row} cross join lateral (${numbered(inside)}) as l where ${isOf}`,
        order: sql`order by ${columnOfAlias(row, 'position')}, l.n`,
        type: inside.type,
      }
    const column = columnSql(scene, row, items, rest)
    if (column === undefined) return undefined
    return {
      from: sql`select ${column.sql} from ${from} ${row} where ${isOf}`,
      order: sql`order by ${columnOfAlias(row, 'position')}`,
      type: column.type,
    }
  }
  if (field.type === 'relations') return linkedSql(scene, alias, field, rest)
  const part = partNamed(field, rest[0] ?? '')
  const [relation, further] = part === undefined ? [field, rest] : [part, rest.slice(1)]
  if (relation.type !== 'relation' || further.length === 0) return undefined
  const inner = listSql(scene, row, { form: relation.form }, further)
  const visible = visibleSql(scene, row, relation.form)
  if (inner === undefined || visible === undefined) return undefined
  const from = tableOfScene(scene, relation.form)
  const limit = scene.rights === null ? sql`` : sql` and ${visible}`
  return {
    from: sql`select l.v from ${from} ${row} cross join lateral (${inner.from} ${inner.order ?? sql``}) as l(v) where ${columnOfAlias(row, 'id')} = ${columnOfAlias(alias, partColumn(relation.key))}${limit}`,
    type: inner.type,
  }
}

/** The records of a form that a formula looks through: all of them, whoever reads. */
function formRows(scene: SqlScene, form: string): SqlRows | undefined {
  if (scene.index.form(form) === undefined) return undefined
  const system = asSystem(scene)
  const row = system.alias()
  return {
    from: sql`${tableOfScene(system, form)} ${row}`,
    where: sql`${columnOfAlias(row, 'deleted_at')} is null`,
    order: [columnOfAlias(row, 'created_at'), columnOfAlias(row, 'id')],
    column: (path) => shownSql(system, row, { form }, path),
  }
}

/** Lets expressions look through forms. */
export const formLooks = (scene: SqlScene): Required<Pick<SqlResolver, 'rows' | 'columnType'>> => ({
  rows: (form) => formRows(scene, form),
  columnType: (path) => columnType(scene.index, path),
})

/** How an expression reads the row of an alias. */
export function resolverFor(
  scene: SqlScene,
  alias: SqlFragment,
  place: Place,
  instead: ReadonlyMap<string, SqlFragment> = new Map(),
): SqlResolver {
  return {
    context: scene.context,
    column(path) {
      const own = path.length === 1 ? instead.get(path[0] ?? '') : undefined
      if (own === undefined) return columnSql(scene, alias, place, path)
      const type = formScope(scene.index, place).resolve(path)
      return type === undefined ? undefined : { sql: own, type }
    },
    list: (path) => listSql(scene, alias, place, path),
    ...formLooks(scene),
  }
}
