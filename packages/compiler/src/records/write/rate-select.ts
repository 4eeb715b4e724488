import { identifier, param, sql, type SqlFragment } from '@pipewright/logic'
import { ratesName } from '../../app/rates.ts'
import { tableOfScene, type SqlScene } from '../sql/sql-scene.ts'

/** The rates that hold on days, as rows of related values; each id names currency, workspace currency and day. */
export function rateSelect(scene: SqlScene, ids: SqlFragment): SqlFragment {
  const table = tableOfScene(scene, ratesName)
  const w = identifier('w')
  const wanted = (part: number) => sql`split_part(${w}.id, ' ', ${param(part, 'int')})`
  const found = sql`select trim_scale(r.rate)::text from ${table} as r where r.currency = ${wanted(1)} and r.home = ${wanted(2)} and r.from_date <= ${wanted(3)}::date order by r.from_date desc limit 1`
  return sql`select ${param(ratesName, 'text')} as form, ${w}.id as id, true as readable, jsonb_build_object('rate', (${found})) as values from unnest(${ids}) as ${w}(id)`
}
