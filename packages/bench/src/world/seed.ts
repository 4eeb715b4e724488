import { soughtOf } from '@pipewright/compiler'
import type { Field } from '@pipewright/schemas'
import type { Client } from 'pg'
import { uuidv7 } from 'uuidv7'
import { sources, stages } from './bench-form.ts'

export interface Seeded {
  readonly accounts: readonly string[]
  readonly opportunities: readonly string[]
}

const makers = ['Solar', 'Harbor', 'Summit', 'Orchid', '客户', '云杉', '长江', '北辰', '海川', '华远']
const things = ['renewal', 'upgrade', 'pilot', 'rollout', '续约', '升级', '试点', '采购', '改造', '扩容']

/** A small generator with a fixed start, so that every run has the same rows. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * sides)
  }
}

const nameField: Field[] = [{ type: 'text', key: 'name', label: { en: 'Name' } }]
const batch = 5000

async function insert(
  client: Client,
  table: string,
  columns: string,
  rows: readonly object[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += batch)
    await client.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      [JSON.stringify(rows.slice(from, from + batch))],
    )
}

/** Fills both tables directly; `size` opportunities over a tenth as many accounts. */
export async function seed(client: Client, schema: string, owner: string, size: number): Promise<Seeded> {
  const roll = dice(42)
  const at = new Date(Date.UTC(2026, 0, 1)).toISOString()
  const system = { owner, version: 1, created_at: at, created_by: owner, updated_at: at, updated_by: owner }
  const pick = <T>(list: readonly T[]): T => list[roll(list.length)] as T
  const accounts = Array.from({ length: size / 10 }, (_, number) => {
    const name = `${pick(makers)} ${number}`
    return { id: uuidv7(), name, ...system, ...soughtOf(nameField, [name]) }
  })
  const opportunities = Array.from({ length: size }, (_, number) => {
    const name = `${pick(makers)} ${pick(things)} ${number}`
    return {
      id: uuidv7(),
      name,
      account: pick(accounts).id,
      stage: pick(stages),
      amount: `${roll(900_000)}.${roll(90) + 10}`,
      probability: roll(101),
      close_date: `2026-${String(roll(12) + 1).padStart(2, '0')}-15`,
      source: pick(sources),
      next_step: 'Call back',
      description: 'Talked about scope and price.',
      priority: pick(['low', 'normal', 'high']),
      contact_name: 'Li Wei',
      phone: '+86 571 5550 0100',
      email: 'li.wei@example.com',
      website: 'https://example.com',
      region: pick(['North', 'South', 'East', 'West']),
      budget: `${roll(900_000)}.00`,
      score: roll(100),
      is_key: roll(2) === 1,
      met_at: at,
      tags: ['hot'],
      ...system,
      ...soughtOf(nameField, [name]),
    }
  })
  const shared = 'id, owner, version, created_at, created_by, updated_at, updated_by, _grams, _sought, name'
  const own =
    'account, stage, amount, probability, close_date, source, next_step, description, priority, contact_name, phone, email, website, region, budget, score, is_key, met_at, tags'
  await insert(client, `${schema}.account`, shared, accounts)
  await insert(client, `${schema}.opportunity`, `${shared}, ${own}`, opportunities)
  await client.query(`vacuum analyze ${schema}.account`)
  await client.query(`vacuum analyze ${schema}.opportunity`)
  return { accounts: accounts.map(({ id }) => id), opportunities: opportunities.map(({ id }) => id) }
}
