import type { Expression, Sort } from '@pipewright/schemas'
import { isPart, isSummable, meets, otherMark } from '@pipewright/metadata'
import { identifier, joinSql, param, sql, type SqlFragment } from '@pipewright/logic'
import { mayReadField } from '../../rights/readable.ts'
import { issue, type Issue } from '../issue.ts'
import { joinList } from '../sql/join-list.ts'
import { columnSql } from '../sql/column-sql.ts'
import { boardGroup, type BoardGroup } from './board-group.ts'
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
  /** Cards per column. */
  readonly limit?: number | undefined
  /** Columns at most, where the field has no fixed values. */
  readonly most?: number | undefined
}

/** Columns of a board whose field has no fixed values, if nobody asks for more. */
export const mostColumns = 50

export interface BoardPlan {
  /** The columns there are whatever the records hold, in order, null last; undefined where the records decide. */
  readonly values: readonly (string | null)[] | undefined
  readonly sums: readonly string[]
  /**
   * `board_value`, `count` and `sum0…` per column; where the records decide also `board_title`, and in `board_columns` how
   * many columns there would be.
   */
  readonly figures: SqlFragment
  /** The first cards of each of these columns; `board_value` says which. */
  cards(values: readonly (string | null)[]): SqlFragment
  readonly shape: RowShape
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
  const found = reading.sql.index.field(reading.form.place, request.field)
  const isReadable = found?.system === true || mayReadField(reading.rights, request.field)
  if (found === undefined || !meets(found, 'viewGroup') || !isReadable)
    return badFilter([issue('/field', 'unknown-field')])
  const selected = selectRecord(reading, request.columns ?? readablePaths(reading, false))
  const order = sortKeys(reading, request.sort)
  const where = whereSql(reading, request)
  const sums = sumColumns(reading, request.sums ?? [])
  const errors = [...[selected, order, where].flatMap((part) => (part.ok ? [] : part.errors)), ...sums.errors]
  if (!selected.ok || !order.ok || !where.ok || errors.length > 0) return badFilter(errors)
  const group = boardGroup(reading, found.field)
  return {
    ok: true,
    shape: selected.shape,
    sums: request.sums ?? [],
    values: group.values,
    figures: figuresSql(reading, group, where.sql, { sums: sums.columns, most: request.most ?? mostColumns }),
    cards: (values) => {
      const limit = param(Math.min(Math.max(request.limit ?? 50, 1), 200), 'int')
      const list = joinList(selected.list, ', ')
      const top = (match: SqlFragment) =>
        sql`(select ${list} from ${fromForm(reading)} where ${match} and ${where.sql} order by ${orderBySql(order.keys)} limit ${limit})`
      return cardsSql(group, values, top)
    },
  }
}

function figuresSql(
  reading: FormReading,
  { value, title, values }: BoardGroup,
  where: SqlFragment,
  { sums, most }: { readonly sums: readonly SqlFragment[]; readonly most: number },
): SqlFragment {
  const list = joinSql([sql`${value} as board_value`, sql`count(*)::int as count`, ...sums], sql`, `)
  const groups = sql`from ${fromForm(reading)} where ${where} group by 1`
  if (values !== undefined) return sql`select ${list} ${groups}`
  const first = sql`select ${list}, count(*) over ()::int as board_columns ${groups} order by 2 desc, 1 limit ${param(most, 'int')}`
  return sql`select g.*, ${title ?? sql`null::text`} as board_title from (${first}) as g`
}

/** Each arm finds the cards of its columns by the index of the field, however many there are. */
function cardsSql(
  group: BoardGroup,
  values: readonly (string | null)[],
  top: (match: SqlFragment) => SqlFragment,
): SqlFragment {
  const plain = values.filter((value): value is string => value !== null && value !== otherMark)
  const arms = [
    sql`select o.v as board_value, c.* from unnest(${param(plain, 'text', true)}) with ordinality as o(v, n) cross join lateral ${top(group.matches(sql`o.v`))} as c`,
  ]
  if (values.includes(otherMark))
    arms.push(sql`select ${param(otherMark, 'text')} as board_value, c.* from ${top(group.isOther)} as c`)
  if (values.includes(null))
    arms.push(sql`select null::text as board_value, c.* from ${top(group.isEmpty)} as c`)
  return joinSql(arms, sql` union all `)
}
