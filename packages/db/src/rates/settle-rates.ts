import type { Database } from '../connection/connection.ts'
import { refreshRecord } from '../records/update-record.ts'
import type { Cause } from '../records/outcome.ts'
import type { Scene } from '../records/scene.ts'
import { endRateWork, type RateWork } from './exchange-rates.ts'
import { rateInForce, rateSites, type RateSite } from './rate-sites.ts'

const batch = 100

/** Records of a site whose amounts have another rate than the one in force, in the order of their ids. */
async function outdated(
  database: Database,
  { workspace: { schema } }: Scene,
  work: RateWork,
  site: RateSite,
  after: string,
): Promise<string[]> {
  const rows = await database.query<{ id: string }>({
    text: `select distinct t.${site.record} as id from ${site.table} t
      where t.${site.currency} = $1 and t.${site.day} >= $3 and t.${site.record} > $4
        and t.${site.rate} is distinct from ${rateInForce(schema, site)}
      order by 1 limit ${batch}`,
    values: [work.currency, work.home, work.from, after],
  })
  return rows.map(({ id }) => id)
}

async function settleSite(
  database: Database,
  scene: Scene,
  work: RateWork,
  site: RateSite,
  host: SettleHost,
): Promise<boolean> {
  let after = '00000000-0000-0000-0000-000000000000'
  let whole = true
  for (;;) {
    if (host.isStopping()) return false
    const ids = await outdated(database, scene, work, site, after)
    const last = ids.at(-1)
    if (last === undefined) return whole
    after = last
    for (const id of ids) {
      const done = await database.transaction((tx) => refreshRecord(tx, scene, site.form, id, host.cause))
      whole &&= done
    }
  }
}

export interface SettleHost {
  readonly cause: Cause
  isStopping(): boolean
}

/**
 * Brings all amounts up to date that a change of rates concerns, with everything that leans on them: record by record,
 * each in a transaction of its own with its line in the ledger. What is up to date already is not touched, so it goes
 * on where it was stopped or killed; only when nothing is left the change counts as done.
 */
export async function settleRates(
  database: Database,
  scene: Scene,
  work: RateWork,
  host: SettleHost,
): Promise<boolean> {
  let whole = true
  for (const site of rateSites(scene.app, scene.workspace.schema, work.home))
    whole = (await settleSite(database, scene, work, site, host)) && whole
  if (whole) await endRateWork(database, scene.workspace, work.id)
  return whole
}

/** How many records still have amounts by old rates. */
export async function countOutdated(
  database: Database,
  { app, workspace: { schema } }: Pick<Scene, 'app' | 'workspace'>,
  work: RateWork,
): Promise<number> {
  let count = 0
  for (const site of rateSites(app, schema, work.home)) {
    const [row] = await database.query<{ count: number }>({
      text: `select count(*)::int as count from ${site.table} t where t.${site.currency} = $1 and t.${site.day} >= $3 and t.${site.rate} is distinct from ${rateInForce(schema, site)}`,
      values: [work.currency, work.home, work.from],
    })
    count += row?.count ?? 0
  }
  return count
}
