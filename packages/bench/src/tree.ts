import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Edit, Form } from '@pipewright/schemas'
import { startPostgres } from '@pipewright/server/postgres'
import pg from 'pg'
import { startChild } from './world/child.ts'
import { signUp, type SignedIn } from './world/sign-up.ts'

// How long the levels of a tree take on the server: 100,000 records on 10 levels, and one with 20,000 right below it.

const { values: options } = parseArgs({
  options: { rows: { type: 'string', default: '100000' }, asked: { type: 'string', default: '100' } },
})
const rows = Number(options.rows)
const wide = 20_000
const levels = 10
const say = (line: string) => process.stdout.write(`${line}\n`)
const label = (en: string) => ({ en, zh: en })

const form: Form = {
  key: 'unit',
  label: label('Unit'),
  labelPlural: label('Units'),
  titleField: 'name',
  searchFields: ['name'],
  fields: [
    { type: 'text', key: 'name', label: label('Name') },
    { type: 'relation', key: 'above', label: label('Above'), form: 'unit', onDelete: 'clear' },
  ],
  layout: { sections: [{ key: 'main', columns: 1, items: [{ field: 'name' }, { field: 'above' }] }] },
}

const edits: Edit[] = [
  { type: 'addForm', form, rights: [] },
  {
    type: 'putView',
    view: {
      key: 'units',
      form: 'unit',
      label: label('Units'),
      type: 'tree',
      columns: ['name'],
      sort: [{ field: 'name', direction: 'asc' }],
      parent: 'above',
    },
  },
]

const idOf = (number: string) => `('018f0000-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`

/** Each record lies under one of the level above; the first has as many more right below it. */
async function fill(sql: pg.Client, schema: string, member: string): Promise<void> {
  const tenth = Math.ceil(rows / levels)
  const insert = (from: number, to: number, above: string) =>
    sql.query(
      `insert into ${schema}.unit (id, owner, version, created_at, updated_at, name, above, _grams, _sought)
        select ${idOf('n')}, $1, 1, now(), now(), 'Unit ' || lpad(n::text, 6, '0'), ${above}, '{}', '' from generate_series(${from}, ${to}) n`,
      [member],
    )
  await insert(1, tenth, 'null')
  for (let level = 1; level < levels; level += 1)
    await insert(level * tenth + 1, (level + 1) * tenth, idOf(`n - ${tenth}`))
  await insert(rows + 1, rows + wide, idOf('1'))
  await sql.query(`analyze ${schema}.unit`)
}

type Ask = (world: SignedIn) => Promise<unknown>
const sort = [{ field: 'name', direction: 'asc' as const }]
const level =
  (body: Record<string, unknown>): Ask =>
  ({ client, workspace }) =>
    client.call('queryTree', {
      params: { workspace, form: 'unit' },
      body: { parent: 'above', columns: ['name', 'above'], sort, limit: 100, ...body },
    })

const first = '018f0000-0000-7000-8000-000000000001'
const asks: Readonly<Record<string, Ask>> = {
  'highest level, first page': level({}),
  'below one with 20,000, first page': level({ under: first }),
  'below one with one': level({ under: '018f0000-0000-7000-8000-000000000002' }),
  'highest level of a filter': level({ filter: { contains: [{ var: 'name' }, '77'] } }),
  'what lies in circles': ({ client, workspace }) =>
    client.call('queryCircles', {
      params: { workspace, form: 'unit' },
      body: { parent: 'above', columns: ['name'], sort },
    }),
}

async function measure(world: SignedIn, name: string, ask: Ask): Promise<void> {
  const times: number[] = []
  for (let number = 0; number < Number(options.asked) + 5; number += 1) {
    const begin = performance.now()
    await ask(world)
    if (number >= 5) times.push(performance.now() - begin)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1).padStart(7)
  say(`${name.padEnd(36)} ${at(0.5)} ${at(0.95)} ${at(0.99)}`)
}

const folder = await mkdtemp(join(tmpdir(), 'pipewright-bench-'))
const postgres = await startPostgres({ dataFolder: folder, log: () => undefined })
try {
  const main = fileURLToPath(new URL('../../../apps/server/src/main.ts', import.meta.url))
  const server = await startChild(main, { DATABASE_URL: postgres.url, PORT: '0', LOGS: 'off' })
  const world = await signUp(server)
  const params = { workspace: world.workspace }
  const { version } = await world.client.call('getDraft', { params })
  const draft = await world.client.call('editDraft', { params, body: { version, edits } })
  await world.client.call('publishDraft', { params, body: { version: draft.version } })
  const sql = new pg.Client({ connectionString: postgres.url })
  await sql.connect()
  await fill(sql, `ws_${world.workspace}`, world.member)
  say(`${rows} records on ${levels} levels and ${wide} below one, ms at p50, p95, p99`)
  for (const [name, ask] of Object.entries(asks)) await measure(world, name, ask)
  await sql.end()
  await server.stop()
} finally {
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}
