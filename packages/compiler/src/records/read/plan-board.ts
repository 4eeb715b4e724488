import type { ChoiceField, Expression, Sort } from '@pipewright/schemas'
import { isPart, isSummable, otherMark } from '@pipewright/metadata'
import { identifier, joinSql, param, sql, type SqlFragment } from '@pipewright/logic'
import { mayReadField } from '../../rights/readable.ts'
import { issue, type Issue } from '../issue.ts'
import { joinList } from '../sql/join-list.ts'
import { columnSql } from '../sql/column-sql.ts'
import { columnOfAlias } from '../sql/sql-scene.ts'
import {
  badFilter,
  notFound,
  readForm,
  type FormReading,
  type Planned,
  type ReadScene,
} from './read-scene.ts'
import type { RowShape } from './record-answer.ts'
import { fromForm, readablePaths, selectRecord } from './record-select.ts'
import { orderBySql, sortKeys } from './sort-keys.ts'
import { whereSql } from './where.ts'

export interface BoardRequest {
  readonly field: string
  readonly filter?: Expression | undefined
  readonly search?: string | undefined
  readonly columns?: readonly string[] | undefined
  readonly sums?: readonly string[] | undefined
  readonly sort?: readonly Sort[] | undefined
  readonly limit?: number | undefined
}

export interface BoardPlan {
  /** Options in order, then one for all answers of one's own where the field takes them, then null. */
  readonly values: readonly (string | null)[]
  readonly sums: readonly string[]
  /** The first cards of every column; `board_value` says which. */
  readonly cards: SqlFragment
  readonly shape: RowShape
  /** `board_value`, `count` and `sum0…` per column. */
  readonly figures: SqlFragment
}

function sumColumns(
  reading: FormReading,
  sums: readonly string[],
): { columns: SqlFragment[]; errors: Issue[] } {
  const errors: Issue[] = []
  const columns = sums.map((key, position) => {
    const found = reading.sql.index.field(reading.form.place, key)
    const isOwn = found !== undefined && !found.system && found.hops.length === (isPart(found.field) ? 1 : 0)
    const column = isOwn
      ? columnSql(reading.sql, reading.base, reading.form.place, key.split('.'))
      : undefined
    if (column === undefined || !isOwn || !isSummable(found.field))
      errors.push(issue(`/sums/${position}`, 'unknown-field'))
    return sql`sum(${column?.sql ?? sql`null::numeric`}) as ${identifier(`sum${position}`)}`
  })
  return { columns, errors }
}

/** Cards per column and figures over all records of the column: two statements for any number of columns. */
export function planBoard(scene: ReadScene, formKey: string, request: BoardRequest): Planned<BoardPlan> {
  const reading = readForm(scene, formKey)
  if (reading === undefined) return notFound
  const field = reading.form.fields.get(request.field)
  if (field?.type !== 'choice' || !mayReadField(reading.rights, field.key))
    return badFilter([issue('/field', 'unknown-field')])
  const selected = selectRecord(reading, request.columns ?? readablePaths(reading, false))
  const order = sortKeys(reading, request.sort)
  const where = whereSql(reading, request)
  const sums = sumColumns(reading, request.sums ?? [])
  const errors = [...[selected, order, where].flatMap((part) => (part.ok ? [] : part.errors)), ...sums.errors]
  if (!selected.ok || !order.ok || !where.ok || errors.length > 0) return badFilter(errors)
  return {
    ok: true,
    shape: selected.shape,
    sums: request.sums ?? [],
    ...boardSql(reading, field, request, selected.list, orderBySql(order.keys), where.sql, sums.columns),
  }
}

function boardSql(
  reading: FormReading,
  field: ChoiceField,
  request: BoardRequest,
  list: readonly SqlFragment[],
  order: SqlFragment,
  where: SqlFragment,
  sums: readonly SqlFragment[],
): Pick<BoardPlan, 'values' | 'cards' | 'figures'> {
  const options = reading.sql.index.options(field).map((option) => option.key)
  const column = columnOfAlias(reading.base, field.key)
  const limit = param(Math.min(Math.max(request.limit ?? 50, 1), 200), 'int')
  const from = fromForm(reading)
  const top = (match: SqlFragment) =>
    sql`(select ${joinList(list, ', ')} from ${from} where ${match} and ${where} order by ${order} limit ${limit})`
  const others = field.other === true ? [otherMark] : []
  const isOther = sql`starts_with(${column}, ${param(otherMark, 'text')})`
  const other = sql`select ${param(otherMark, 'text')} as board_value, c.* from ${top(isOther)} as c`
  const value =
    others.length === 0
      ? column
      : sql`case when ${isOther} then ${param(otherMark, 'text')} else ${column} end`
  const perOption = sql`select o.v as board_value, c.* from unnest(${param(options, 'text', true)}) with ordinality as o(v, n) cross join lateral ${top(sql`${column} = o.v`)} as c`
  const empty = sql`select null::text as board_value, c.* from ${top(sql`${column} is null`)} as c`
  return {
    values: [...options, ...others, null],
    cards: joinSql([perOption, ...others.map(() => other), empty], sql` union all `),
    figures: sql`select ${joinSql([sql`${value} as board_value`, sql`count(*)::int as count`, ...sums], sql`, `)} from ${from} where ${where} group by 1`,
  }
}
