import { planAlikeRecords, planToldApart } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { refused, type Outcome } from '../records/outcome.ts'
import { readSceneOf, runOnce, type Scene } from '../records/scene.ts'

const table = ({ workspace }: Scene): string => quoteTable(workspace.schema, '_told_apart')

/** Whoever may change all of the records says whether they are the same thing; what he may not see does not exist. */
async function mayTell(
  tx: Connection,
  scene: Scene,
  form: string,
  ids: readonly string[],
): Promise<Outcome<object>> {
  const plan = planAlikeRecords(readSceneOf(scene), form, ids, [])
  const rows = plan === undefined ? [] : await runOnce<{ may_update: boolean }>(tx, plan)
  if (rows.length < new Set(ids).size) return refused('not-found')
  return rows.every(({ may_update: may }) => may) ? { ok: true } : refused('not-allowed')
}

/** Says of records that each of them is another thing than each of the others. */
export async function tellApart(
  tx: Connection,
  scene: Scene,
  form: string,
  records: readonly string[],
): Promise<Outcome<object>> {
  const allowed = await mayTell(tx, scene, form, records)
  if (!allowed.ok) return allowed
  await tx.query({
    text: `insert into ${table(scene)} (form, one, other, member, at)
      select $1, a, b, $3, $4 from unnest($2::uuid[]) a join unnest($2::uuid[]) b on a < b
      on conflict do nothing`,
    values: [form, records, scene.actor.memberId, scene.now],
  })
  return { ok: true }
}

/** Takes back that records were told apart. */
export async function tellTogether(
  tx: Connection,
  scene: Scene,
  form: string,
  records: readonly string[],
): Promise<Outcome<object>> {
  const allowed = await mayTell(tx, scene, form, records)
  if (!allowed.ok) return allowed
  await tx.query({
    text: `delete from ${table(scene)} where form = $1 and one = any($2) and other = any($2)`,
    values: [form, records],
  })
  return { ok: true }
}

interface Pair {
  readonly one: string
  readonly other: string
  readonly at: string
  readonly member: string
  readonly one_title: string | null
  readonly other_title: string | null
  readonly may: boolean
}

const perPage = 30

function markOf(after: string | undefined) {
  const [at = '', one = '', other = ''] = after?.split('_') ?? []
  return Number.isNaN(Date.parse(at)) || other === '' ? undefined : { at, one, other }
}

/** Pairs that were told apart, as far as the actor may see both records, the last ones first. */
export async function listToldApart(
  connection: Connection,
  scene: Scene,
  form: string,
  after?: string,
): Promise<Outcome<{ readonly pairs: readonly Pair[]; readonly next: string | null }>> {
  const plan = planToldApart(readSceneOf(scene), form, { after: markOf(after), limit: perPage + 1 })
  if (!plan.ok) return plan
  const rows = await runOnce<Pair>(connection, plan.statement)
  const pairs = rows.slice(0, perPage)
  const last = rows.length > perPage ? pairs.at(-1) : undefined
  return { ok: true, pairs, next: last === undefined ? null : `${last.at}_${last.one}_${last.other}` }
}
