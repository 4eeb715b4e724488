import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { startPostgres } from '@pipewright/server/postgres'
import { listColumns } from './world/bench-form.ts'
import { openWorld, type World } from './world/open-world.ts'

// How long the first page of a list, a board, a search, groups and figures take while members have the app open.

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    streams: { type: 'string', default: '20' },
    asked: { type: 'string', default: '300' },
  },
})
const rows = Number(options.rows)
const say = (line: string) => process.stdout.write(`${line}\n`)

const columns = [...listColumns]
const sum = [{ field: 'amount', function: 'sum' as const }]

type Ask = (world: World) => Promise<unknown>
const list =
  (body: Record<string, unknown>): Ask =>
  ({ client, workspace }) =>
    client.call('queryRecords', { params: { workspace, form: 'opportunity' }, body: { columns, ...body } })
const groups =
  (body: Record<string, unknown>): Ask =>
  ({ client, workspace }) =>
    client.call('groupRecords', { params: { workspace, form: 'opportunity' }, body })

const board =
  (body: Record<string, unknown>): Ask =>
  ({ client, workspace }) =>
    client.call('getBoard', {
      params: { workspace, form: 'opportunity' },
      body: { field: 'stage', columns, ...body },
    })
const search =
  (q: string): Ask =>
  ({ client, workspace }) =>
    client.call('searchAll', { params: { workspace }, query: { q } })

/** What the app promises of these at the 95th percentile, in ms. */
const promised: Readonly<Record<string, number>> = { 'first page': 150, board: 500, search: 100 }
const missed: string[] = []

const asks: Readonly<Record<string, Ask>> = {
  'first page, latest first': list({}),
  'first page by amount': list({ sort: [{ field: 'amount', direction: 'desc' }] }),
  'first page by stage, then amount': list({
    sort: [
      { field: 'stage', direction: 'asc' },
      { field: 'amount', direction: 'desc' },
    ],
  }),
  'board by stage with sums': board({ sums: ['amount'] }),
  'board of a search': board({ sums: ['amount'], search: '续约' }),
  'search: 云杉 续约': search('云杉 续约'),
  'search: renewal': search('renewal'),
  'search: yunshan 4321': search('yunshan 4321'),
  'groups by stage with sums': groups({ group: { field: 'stage' }, summaries: sum }),
  'groups by month with sums': groups({
    group: { field: 'close_date', bucket: 'month' },
    summaries: sum,
  }),
  'groups by account with sums': groups({ group: { field: 'account' }, summaries: sum }),
  'summary row of all': groups({ summaries: sum }),
}

/** Streams of events as open tabs hold them; closed all at once. */
async function openStreams({ pipewright, workspace, headers }: World, count: number) {
  const stop = new AbortController()
  const { cookie } = headers
  for (let number = 0; number < count; number += 1) {
    const answer = await fetch(`${pipewright.url}/api/w/${workspace}/events`, {
      headers: cookie === undefined ? headers : { cookie },
      signal: stop.signal,
    })
    if (!answer.ok) throw new Error(`a stream was refused: ${answer.status}`)
  }
  return () => stop.abort()
}

async function measure(world: World, name: string, ask: Ask): Promise<void> {
  const times: number[] = []
  for (let number = 0; number < Number(options.asked) + 20; number += 1) {
    const begin = performance.now()
    await ask(world)
    if (number >= 20) times.push(performance.now() - begin)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1).padStart(7)
  say(`${name.padEnd(34)} ${at(0.5)} ${at(0.95)} ${at(0.99)}`)
  const most = Object.entries(promised).find(([begin]) => name.startsWith(begin))?.[1]
  if (most !== undefined && Number(at(0.95)) > most) missed.push(`${name}: more than ${most} ms`)
}

const folder = await mkdtemp(join(tmpdir(), 'pipewright-bench-'))
const postgres = await startPostgres({ dataFolder: folder, log: () => undefined })
try {
  const world = await openWorld({
    databaseUrl: postgres.url,
    rows,
    server: fileURLToPath(new URL('../../../apps/server/src/main.ts', import.meta.url)),
  })
  const close = await openStreams(world, Number(options.streams))
  try {
    say(`${rows} opportunities, ${options.streams} open streams, ms at p50, p95, p99`)
    for (const [name, ask] of Object.entries(asks)) await measure(world, name, ask)
    for (const line of missed) say(line)
    if (missed.length > 0) process.exitCode = 1
  } finally {
    close()
    await world.close()
  }
} finally {
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}
