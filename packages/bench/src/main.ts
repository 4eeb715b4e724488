import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { startPostgres } from '@pipewright/server/postgres'
import { measureAddField } from './add-field.ts'
import { checkWorkloads, type Asked } from './check-workloads.ts'
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

/** Rounds alternate between the two servers, so that what else the machine does hits both. */
async function compare(world: World, workload: Workload, asked: Asked | undefined): Promise<void> {
  const figures: { ours: Measured[]; theirs: Measured[] } = { ours: [], theirs: [] }
  for (let round = 0; round < rounds; round += 1) {
    const common = { seconds, connections }
    const theirs = () => workload.handWritten(world.place, (number += 1))
    figures.theirs.push(
      await load({ ...common, url: world.handWritten.url, headers: world.handWrittenHeaders, next: theirs }),
    )
    const ours = () => workload.pipewright(world.place, (number += 1))
    figures.ours.push(
      await load({ ...common, url: world.pipewright.url, headers: world.headers, next: ours }),
    )
  }
  const [ours, theirs] = [figures.ours, figures.theirs].map((list) =>
    median(list.map((one) => one.perSecond)),
  ) as [number, number]
  const latency = (list: readonly Measured[]) =>
    `${median(list.map(({ p50 }) => p50))}/${median(list.map(({ p99 }) => p99))}`
  const cells = [
    workload.name.padEnd(32),
    theirs.toFixed(0).padStart(9),
    ours.toFixed(0).padStart(9),
    (ours / theirs).toFixed(2).padStart(6),
  ]
  say(
    `${cells.join('  ')}  ${latency(figures.theirs).padStart(9)}  ${latency(figures.ours).padStart(9)}  ${asked?.handWritten}, ${asked?.pipewright}`,
  )
}

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
    say(`${''.padEnd(32)}  hand-made  Pipewright  ratio  ms p50/p99: both    statements/trips: both`)
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
