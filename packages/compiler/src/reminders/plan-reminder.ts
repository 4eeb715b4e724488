import { identifier, joinSql, param, sql, type SqlFragment } from '@pipewright/logic'
import type { Reminder } from '@pipewright/schemas'
import { badFilter, notFound, readForm, type Planned, type ReadScene } from '../records/read/read-scene.ts'
import { fromForm } from '../records/read/record-select.ts'
import { whereSql } from '../records/read/where.ts'
import { columnSql } from '../records/sql/column-sql.ts'
import { columnOfAlias, tableOfScene, type SqlScene } from '../records/sql/sql-scene.ts'
import { dayOfColumn } from './day-of-column.ts'
import type { ReminderWindow } from './reminder-window.ts'

/** Statements about the records that it is time to tell of, each at most `most`. */
export interface ReminderPlan {
  /** `id`, `day` (the date it is about), `owner`, `people` (who stands in the fields that are told): never told of this date. */
  first(most: number): SqlFragment
  /** The same of records that are told of again; null where none are. */
  again(most: number): SqlFragment | null
  /** How many there are: `count`. */
  readonly count: SqlFragment
}

interface Site {
  readonly form: string
  readonly reminder: Reminder
  readonly window: ReminderWindow
}

/** What narrows the dates so that an index answers. */
function withinSql(
  scene: SqlScene,
  column: SqlFragment,
  isInstant: boolean,
  { from, to }: Pick<ReminderWindow, 'from' | 'to'>,
): SqlFragment {
  const zone = param(scene.context.zone, 'text')
  const start = (day: string) =>
    isInstant ? sql`(${param(day, 'date')}::timestamp at time zone ${zone})` : param(day, 'date')
  const since = from === null ? [] : [sql`${column} >= ${start(from)}`]
  const until = isInstant
    ? sql`${column} < ((${param(to, 'date')} + 1)::timestamp at time zone ${zone})`
    : sql`${column} <= ${param(to, 'date')}`
  return joinSql([...since, until], sql` and `)
}

/** Whoever stands in the fields of members that are told, as one list. */
function peopleSql(base: SqlFragment, reminder: Reminder, isList: (field: string) => boolean): SqlFragment {
  const lists = reminder.tell.flatMap((told) => {
    if (told.type !== 'field') return []
    const column = columnOfAlias(base, told.field)
    return [isList(told.field) ? sql`coalesce(${column}, '{}')` : sql`array[${column}]`]
  })
  return lists.length === 0 ? sql`'{}'::uuid[]` : joinSql(lists, sql` || `)
}

/** What a reminder has to tell of now, over all records: who may know of which is decided reader by reader. */
export function planReminder(
  scene: ReadScene,
  { form, reminder, window }: Site,
): Planned<{ readonly plan: ReminderPlan }> {
  const reading = readForm(scene, form)
  if (reading === undefined) return notFound
  const { sql: inner, base } = reading
  const column = columnSql(inner, base, reading.form.place, [reminder.field])
  if (column === undefined) return notFound
  const where = whereSql(reading, reminder.when === undefined ? {} : { filter: reminder.when })
  if (!where.ok) return badFilter(where.errors)
  const id = columnOfAlias(base, 'id')
  const day = dayOfColumn(inner, column)
  if (day === undefined) return notFound
  const within = withinSql(inner, column.sql, column.type.kind === 'dateTime', window)
  const told = inner.alias()
  const ledger = tableOfScene(inner, '_reminder')
  const isTold = sql`${told}.form = ${param(form, 'text')} and ${told}.reminder = ${param(reminder.key, 'text')}
    and ${told}.record = ${id} and ${told}.base = ${day}`
  const untold = sql`${where.sql} and ${within} and not exists (select from ${ledger} ${told} where ${isTold})`
  const isList = (field: string) => reading.form.fields.get(field)?.type === 'members'
  const select = sql`select ${id} as id, ${day} as ${identifier('day')}, ${columnOfAlias(base, 'owner')} as owner,
    ${peopleSql(base, reminder, isList)} as people`
  const ordered = (most: number) => sql`order by ${id} limit ${param(most, 'int')}`
  return {
    ok: true,
    plan: {
      first: (most) => sql`${select} from ${fromForm(reading)} where ${untold} ${ordered(most)}`,
      again(most) {
        const { again } = window
        if (again === null) return null
        const more = again.times === null ? [] : [sql`${told}.times < ${param(again.times, 'int')}`]
        const isDue = joinSql(
          [isTold, sql`${told}.day <= ${param(again.until, 'date')}`, ...more],
          sql` and `,
        )
        return sql`${select} from ${fromForm(reading)} where ${where.sql}
          and exists (select from ${ledger} ${told} where ${isDue}) ${ordered(most)}`
      },
      count: sql`select count(*)::int as count from ${fromForm(reading)} where ${untold}`,
    },
  }
}
