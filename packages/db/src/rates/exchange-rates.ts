import type { CompiledApp } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import type { Scene } from '../records/scene.ts'
import { lockRates } from './lock-rates.ts'
import { rateInForce, rateSites } from './rate-sites.ts'

/** From a day on one unit of a currency is worth so much of the workspace currency. */
export interface ExchangeRate {
  readonly currency: string
  readonly home: string
  /** Calendar day. */
  readonly from: string
  /** Exact decimal, at most ten digits after the point. */
  readonly rate: string
}

export type RateKey = Omit<ExchangeRate, 'rate'>

export interface RateChanges {
  readonly put: readonly ExchangeRate[]
  readonly remove: readonly RateKey[]
}

const table = ({ schema }: WorkspaceRef) => quoteTable(schema, '_exchange_rate')
const workTable = ({ schema }: WorkspaceRef) => quoteTable(schema, '_exchange_rate_work')

/** The latest first, of each currency. */
export const listRates = (connection: Connection, workspace: WorkspaceRef): Promise<ExchangeRate[]> =>
  connection.query<ExchangeRate>({
    text: `select currency, home, from_date as "from", trim_scale(rate)::text as rate from ${table(workspace)} order by currency, home, from_date desc limit 20000`,
    values: [],
  })

/** The rate that holds on a day: the last one that began until then. */
export async function rateOn(
  connection: Connection,
  workspace: WorkspaceRef,
  { currency, home, day }: { readonly currency: string; readonly home: string; readonly day: string },
): Promise<string | null> {
  const [found] = await connection.query<{ rate: string }>({
    text: `select trim_scale(rate)::text as rate from ${table(workspace)} where currency = $1 and home = $2 and from_date <= $3::date order by from_date desc limit 1`,
    values: [currency, home, day],
  })
  return found?.rate ?? null
}

interface Pair {
  readonly currency: string
  readonly home: string
  readonly from: string
}

/** Of each pair of currencies the first day whose rate may be another now. */
function touched({ put, remove }: RateChanges): Pair[] {
  const pairs = Map.groupBy([...put, ...remove], ({ currency, home }) => `${currency} ${home}`)
  return [...pairs.values()].flatMap((keys) => {
    const [first] = keys.toSorted((a, b) => a.from.localeCompare(b.from))
    return first === undefined ? [] : [{ currency: first.currency, home: first.home, from: first.from }]
  })
}

async function store(tx: Connection, scene: Scene, { put, remove }: RateChanges): Promise<void> {
  const rates = table(scene.workspace)
  const key = 'currency text, home text, "from" date'
  await tx.query({
    text: `delete from ${rates} as t using json_to_recordset($1::json) as x(${key}) where (t.currency, t.home, t.from_date) = (x.currency, x.home, x."from")`,
    values: [JSON.stringify(remove)],
  })
  await tx.query({
    text: `insert into ${rates} (currency, home, from_date, rate, updated_by, updated_at)
      select currency, home, "from", rate, $2, $3 from json_to_recordset($1::json) as x(${key}, rate numeric)
      on conflict (currency, home, from_date) do update
      set rate = excluded.rate, updated_by = excluded.updated_by, updated_at = excluded.updated_at`,
    values: [JSON.stringify(put), scene.actor.memberId, scene.now],
  })
}

/** Forms with amounts that would have no rate any more. */
async function uncovered(tx: Connection, app: CompiledApp, schema: string, pair: Pair): Promise<string[]> {
  const found: string[] = []
  for (const site of rateSites(app, schema, pair.home)) {
    const [row] = await tx.query({
      text: `select 1 from ${site.table} t where t.${site.currency} = $1 and t.${site.day} >= $3 and ${rateInForce(schema, site)} is null limit 1`,
      values: [pair.currency, pair.home, pair.from],
    })
    if (row !== undefined) found.push(site.form)
  }
  return [...new Set(found)]
}

export type RatesChanged =
  | { readonly ok: true }
  /** Records of these forms would be left without a rate. */
  | { readonly ok: false; readonly currency: string; readonly forms: readonly string[] }

/**
 * Changes rates and notes what has to be calculated anew, in one transaction. Every write that takes a rate from now on
 * takes the new one; what was written before is brought up to date by `settleRates`.
 */
export async function changeRates(tx: Connection, scene: Scene, changes: RateChanges): Promise<RatesChanged> {
  const { workspace, app } = scene
  await lockRates(tx, workspace.schema, 'change')
  await store(tx, scene, changes)
  for (const pair of touched(changes)) {
    const forms = await uncovered(tx, app, workspace.schema, pair)
    if (forms.length > 0) return { ok: false, currency: pair.currency, forms }
    await tx.query({
      text: `insert into ${workTable(workspace)} (id, currency, home, from_date, member, at) values ($1, $2, $3, $4, $5, $6)`,
      values: [scene.newId(), pair.currency, pair.home, pair.from, scene.actor.memberId, scene.now],
    })
  }
  return { ok: true }
}

/** A change of rates that not all amounts follow yet. */
export interface RateWork extends Pair {
  readonly id: string
  readonly member: string
}

export const openRateWork = (connection: Connection, workspace: WorkspaceRef): Promise<RateWork[]> =>
  connection.query<RateWork>({
    text: `select id, currency, home, from_date as "from", member from ${workTable(workspace)} order by id`,
    values: [],
  })

export async function endRateWork(
  connection: Connection,
  workspace: WorkspaceRef,
  id: string,
): Promise<void> {
  await connection.query({ text: `delete from ${workTable(workspace)} where id = $1`, values: [id] })
}

/** Notes rates that changed since, for amounts that were counted meanwhile and that no change of rates has seen. */
export async function noteChangedRates(
  tx: Connection,
  workspace: WorkspaceRef,
  {
    homes,
    since,
    member,
  }: { readonly homes: readonly string[]; readonly since: string; readonly member: string },
): Promise<void> {
  await tx.query({
    text: `insert into ${workTable(workspace)} (id, currency, home, from_date, member, at)
      select gen_random_uuid(), currency, home, min(from_date), $3, now() from ${table(workspace)}
      where home = any($1) and updated_at >= $2 group by currency, home`,
    values: [homes, since, member],
  })
}
