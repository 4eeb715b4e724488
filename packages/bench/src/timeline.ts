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

// How long the timeline around a record takes: one that many records of three forms point to, where nothing happened for long while much
// happened elsewhere; one where the last thing has just happened; and one of few records.

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '30000' },
    elsewhere: { type: 'string', default: '100000' },
    asked: { type: 'string', default: '30' },
  },
})
const rows = Number(options.rows)
const elsewhere = Number(options.elsewhere)
const say = (line: string) => process.stdout.write(`${line}\n`)
const label = (en: string) => ({ en, zh: en })

const pointing = ['visit', 'order_note', 'complaint'] as const

const formOf = (key: string, more: Form['fields'], related: Form['layout']['related'] = []): Form => ({
  key,
  label: label(key),
  labelPlural: label(key),
  titleField: 'name',
  fields: [{ type: 'text', key: 'name', label: label('Name') }, ...more],
  layout: {
    sections: [
      {
        key: 'main',
        columns: 1,
        items: [{ field: 'name' }, ...more.map(({ key: field }) => ({ field }))],
      },
    ],
    ...(related.length === 0 ? {} : { related }),
  },
})

const edits: Edit[] = [
  {
    type: 'addForm',
    form: formOf('hub', []),
    rights: [],
  },
  ...pointing.map((key): Edit => ({
    type: 'addForm',
    form: formOf(key, [
      { type: 'relation', key: 'hub', label: label('Hub'), form: 'hub', onDelete: 'clear' },
    ]),
    rights: [],
  })),
]

const idOf = (kind: number, number: string) =>
  `('018f000${kind}-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`
const hubs = { quiet: 1, busy: 2, small: 3, other: 4 }
const hubId = (hub: number) => `018f0000-0000-7000-8000-${hub.toString(16).padStart(12, '0')}`

const momentSql = (days: string) => `now() - ${days} * interval '1 day' - n * interval '1 second'`

/** So many days ago was what happened to the records of each; of the others it goes on all the time. */
const saidSql = (form: string, kind: number, from: number, to: number, days: string) =>
  `insert into _record_event (id, at, form, record, kind, cause, changes)
    select gen_random_uuid(), ${momentSql(days)}, '${form}', ${idOf(kind, 'n')}, k, '{}', '{}'
    from generate_series(${from}, ${to}) n, unnest(array['create', 'update']) k`

async function fill(sql: pg.Client, schema: string, member: string): Promise<void> {
  await sql.query(`set search_path to ${schema}, public`)
  const insert = (form: string, kind: number, from: number, to: number, hub: number | null, days = '0') =>
    sql.query(
      `insert into ${form} (id, owner, version, created_at, updated_at, name, _grams, _sought${hub === null ? '' : ', hub'})
        select ${idOf(kind, 'n')}, $1, 1, ${momentSql(days)}, ${momentSql(days)}, '${form} ' || n, '{}', ''${hub === null ? '' : `, '${hubId(hub)}'`} from generate_series(${from}, ${to}) n`,
      [member],
    )
  await insert('hub', 0, 1, 4, null)
  for (const [at, form] of pointing.entries()) {
    const kind = at + 1
    const parts: readonly (readonly [number, number, string])[] = [
      [hubs.quiet, rows, '90'],
      [hubs.busy, rows, '0'],
      [hubs.small, 200, '90'],
      [hubs.other, elsewhere, '0'],
    ]
    let from = 1
    for (const [hub, count, days] of parts) {
      await insert(form, kind, from, from + count - 1, hub, days)
      await sql.query(saidSql(form, kind, from, from + count - 1, days))
      from += count
    }
  }
  await sql.query('vacuum analyze')
}

const around =
  (hub: number, query: Record<string, string> = {}) =>
  ({ client, workspace }: SignedIn) =>
    client.call('getTimeline', {
      params: { workspace, form: 'hub', id: hubId(hub) },
      query: { related: 'true', ...query },
    })

const asks: Readonly<Record<string, (world: SignedIn) => Promise<{ entries: readonly unknown[] }>>> = {
  'quiet for long': around(hubs.quiet),
  'quiet for long, changes': around(hubs.quiet, { kind: 'changes' }),
  'quiet for long, comments': around(hubs.quiet, { kind: 'comments' }),
  'quiet for long, approvals': around(hubs.quiet, { kind: 'approvals' }),
  busy: around(hubs.busy),
  'of few records': around(hubs.small),
}

async function measure(
  world: SignedIn,
  name: string,
  ask: (world: SignedIn) => Promise<{ entries: readonly unknown[] }>,
): Promise<void> {
  const times: number[] = []
  let lines = 0
  for (let number = 0; number < Number(options.asked) + 5; number += 1) {
    const begin = performance.now()
    lines = (await ask(world)).entries.length
    if (number >= 5) times.push(performance.now() - begin)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1).padStart(7)
  say(`${name.padEnd(36)} ${at(0.5)} ${at(0.95)} ${at(0.99)}  ${lines} lines`)
}

const folder = await mkdtemp(join(tmpdir(), 'pipewright-bench-'))
const postgres = await startPostgres({ dataFolder: folder, log: () => undefined })
try {
  const main = fileURLToPath(new URL('../../../apps/server/src/main.ts', import.meta.url))
  const server = await startChild(main, { DATABASE_URL: postgres.url, PORT: '0', LOGS: 'off' })
  const world = await signUp(server)
  const params = { workspace: world.workspace }
  const { version } = await world.client.call('getDraft', { params })
  const related = pointing.map((form) => ({ form, field: 'hub' }))
  const draft = await world.client.call('editDraft', { params, body: { version, edits } })
  const lists = await world.client.call('editDraft', {
    params,
    body: {
      version: draft.version,
      edits: [{ type: 'setPage', form: 'hub', related }],
    },
  })
  await world.client.call('publishDraft', { params, body: { version: lists.version } })
  const sql = new pg.Client({ connectionString: postgres.url })
  await sql.connect()
  await fill(sql, `ws_${world.workspace}`, world.member)
  say(`${rows} records of ${pointing.length} forms each, ${elsewhere} of each elsewhere, ms at p50, p95, p99`)
  for (const [name, ask] of Object.entries(asks)) await measure(world, name, ask)
  await sql.end()
  await server.stop()
} finally {
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}
