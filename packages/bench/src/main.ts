import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { startPostgres } from '@pipewright/server/postgres'
import { measureAddField } from './add-field.ts'
import { checkWorkloads, type Asked } from './check-workloads.ts'
import { cpuTime } from './cpu-time.ts'
import { load, type Measured } from './load.ts'
import { median } from './median.ts'
import { openWorld, type World } from './world/open-world.ts'
import { workloads as all } from './workloads/index.ts'
import type { Workload } from './workloads/workload.ts'

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '8' },
    only: { type: 'string', default: '' },
  },
})
const [rows, seconds, rounds, connections] = [
  options.rows,
  options.seconds,
  options.rounds,
  options.connections,
].map(Number) as [number, number, number, number]
const say = (line: string) => process.stdout.write(`${line}\n`)
const workloads = all.filter(({ name }) => name.includes(options.only))
let number = 0

interface Figures extends Measured {
  readonly serverMs: number
  readonly databaseMs: number
}

/** One round on one of the servers; CPU is told in milliseconds per answer. */
async function round(world: World, workload: Workload, side: 'pipewright' | 'handWritten'): Promise<Figures> {
  const server = world[side]
  const application = side === 'pipewright' ? 'pipewright' : 'hand-written'
  const headers = side === 'pipewright' ? world.headers : world.handWrittenHeaders
  const before = await cpuTime(world, server, application)
  const next = () => workload[side](world.place, (number += 1))
  const measured = await load({ seconds, connections, url: server.url, headers, next })
  const after = await cpuTime(world, server, application)
  return {
    ...measured,
    serverMs: (after.server - before.server) / measured.answers,
    databaseMs: (after.database - before.database) / measured.answers,
  }
}

/** Rounds alternate between the two servers, so that what else the machine does hits both. */
async function compare(world: World, workload: Workload, asked: Asked | undefined): Promise<void> {
  const theirs: Figures[] = []
  const ours: Figures[] = []
  for (let turn = 0; turn < rounds; turn += 1) {
    theirs.push(await round(world, workload, 'handWritten'))
    ours.push(await round(world, workload, 'pipewright'))
  }
  const middle = (list: readonly Figures[], figure: keyof Figures) => median(list.map((one) => one[figure]))
  const speeds = [middle(theirs, 'perSecond'), middle(ours, 'perSecond')] as const
  const latency = (list: readonly Figures[]) => `${middle(list, 'p50')}/${middle(list, 'p99')}`
  const cpu = (list: readonly Figures[]) =>
    `${middle(list, 'serverMs').toFixed(2)}+${middle(list, 'databaseMs').toFixed(2)}`
  const cells = [
    ...speeds.map((speed) => speed.toFixed(0).padStart(9)),
    (speeds[1] / speeds[0]).toFixed(2).padStart(6),
    ...[theirs, ours].map((list) => latency(list).padStart(8)),
    ...[theirs, ours].map((list) => cpu(list).padStart(10)),
    `${asked?.handWritten}, ${asked?.pipewright}`,
  ]
  say(`${workload.name.padEnd(30)}  ${cells.join('  ')}`)
}

const heads = [
  'hand-made  Pipewright  ratio',
  'ms p50/p99 of both',
  'CPU ms of server + database per answer',
  'statements/trips of both',
]

const folder = await mkdtemp(join(tmpdir(), 'pipewright-bench-'))
const postgres = await startPostgres({ dataFolder: folder, log: () => undefined })
try {
  const world = await openWorld({
    databaseUrl: postgres.url,
    rows,
    server: fileURLToPath(new URL('../../../apps/server/src/main.ts', import.meta.url)),
  })
  try {
    say(
      `${rows} opportunities, ${connections} connections, median of ${rounds} rounds of ${seconds} s, answers per second\n`,
    )
    say(`${''.padEnd(30)}  ${heads.join(' | ')}`)
    const asked = await checkWorkloads(world, workloads, () => (number += 1))
    for (const workload of workloads) await compare(world, workload, asked.get(workload.name))
    say(await measureAddField(world))
  } finally {
    await world.close()
  }
} finally {
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}
