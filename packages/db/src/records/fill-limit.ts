import type { Issue } from '@pipewright/compiler'
import type { FillLimit } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { Cause } from './outcome.ts'
import { contextOf, type Scene } from './scene.ts'

const dayMs = 24 * 3_600_000

/** The first day of the stretch of time that today lies in; null when all time counts. */
export function firstDayOf(
  per: NonNullable<FillLimit['per']>,
  today: string,
  weekStart: number,
): string | null {
  if (per === 'ever') return null
  if (per === 'day') return today
  if (per === 'month') return `${today.slice(0, 8)}01`
  const day = new Date(`${today}T00:00:00Z`)
  const since = (day.getUTCDay() - weekStart + 7) % 7
  return new Date(day.getTime() - since * dayMs).toISOString().slice(0, 10)
}

const limitOf = ({ app }: Scene, form: string): FillLimit | undefined => app.form(form)?.form.fillLimit

/** How many more records of a form the actor may make; a number without end where nothing limits it. */
export async function roomToFill(connection: Connection, scene: Scene, formKey: string): Promise<number> {
  const form = scene.app.form(formKey)
  const limit = form?.form.fillLimit
  if (form === undefined || limit === undefined) return Infinity
  const { schema } = scene.workspace
  const { today, zone, calendar } = contextOf(scene)
  const first = firstDayOf(limit.per ?? 'ever', today, calendar?.weekStart ?? 1)
  const since = first === null ? '' : 'and r.created_at >= $3::date::timestamp at time zone $4'
  const [row] = await connection.query<{ made: number }>({
    text: `select count(*)::int as made from (select 1 from ${quoteTable(schema, form.table)} as r
      where r.created_by = $1 and r.deleted_at is null ${since}
        and not exists (select 1 from ${quoteTable(schema, '_public_answer')} as answer where answer.record = r.id)
      limit $2) as own`,
    values: [scene.actor.memberId, limit.most, ...(first === null ? [] : [first, zone])],
  })
  return limit.most - (row?.made ?? 0)
}

/** What is said to somebody who has made as many records as he may. */
export function fillLimitIssue(scene: Scene, form: string): Issue {
  const { most = 0, per = 'ever' } = limitOf(scene, form) ?? {}
  return { pointer: '', code: `fill-limit-${per}`, params: { most } }
}

/** Answers of strangers are written in the name of a member, who has not filled them in. */
const isOwnEntry = ({ type }: Cause): boolean => type !== 'publicForm' && type !== 'template'

/**
 * Of so many records that are about to be made, how many the actor may make. Whoever makes others of the same form in his
 * name waits here, and then counts these too.
 */
export async function takeRoom(tx: Connection, scene: Scene, form: string, cause: Cause): Promise<number> {
  if (limitOf(scene, form) === undefined || !isOwnEntry(cause)) return Infinity
  await tx.query({
    text: 'select pg_advisory_xact_lock(hashtextextended($1, 3))',
    values: [`${scene.workspace.schema} ${form} ${scene.actor.memberId}`],
  })
  return roomToFill(tx, scene, form)
}
