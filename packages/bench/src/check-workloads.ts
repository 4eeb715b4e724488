import { isDeepStrictEqual } from 'node:util'
import { median } from './median.ts'
import type { Json, Request, Workload } from './workloads/workload.ts'
import { countStatements, type StatementCounter } from './world/statement-counter.ts'
import type { Child } from './world/child.ts'
import type { World } from './world/open-world.ts'

/** Per request of either server: statements, and how often it waits for the database. */
export interface Asked {
  readonly pipewright: string
  readonly handWritten: string
}

interface Side {
  readonly server: Child
  readonly counter: StatementCounter
  readonly headers: Record<string, string>
}

/** Nobody reads what the first requests cost: statements are prepared, sessions and plans are loaded. */
const warm = 12
const counted = 9

async function ask({ server, headers }: Side, { method, path, body }: Request): Promise<Json> {
  const { 'content-type': type, ...plain } = headers
  const sent = body === undefined ? plain : { ...plain, 'content-type': type ?? 'application/json' }
  const answer = await fetch(server.url + path, {
    method,
    headers: sent,
    ...(body === undefined ? {} : { body }),
  })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as Json
}

async function countOf(side: Side, request: () => Request): Promise<string> {
  const figures: { statements: number; trips: number }[] = []
  for (let turn = 0; turn < warm + counted; turn += 1) {
    const before = { ...side.counter.seen }
    await ask(side, request())
    const { statements, trips } = side.counter.seen
    if (turn >= warm)
      figures.push({ statements: statements - before.statements, trips: trips - before.trips })
  }
  return `${median(figures.map(({ statements }) => statements))}/${median(figures.map(({ trips }) => trips))}`
}

/** Holds the answers of both servers to each other and counts their statements, on servers of their own. */
export async function checkWorkloads(
  world: World,
  workloads: readonly Workload[],
  next: () => number,
): Promise<ReadonlyMap<string, Asked>> {
  const open = async (start: (url: string) => Promise<Child>, headers: Record<string, string>) => {
    const counter = await countStatements(world.databaseUrl)
    const server = await start(counter.url)
    return { server, counter, headers }
  }
  const ours = await open(world.startPipewright, world.headers)
  const theirs = await open(world.startHandWritten, world.handWrittenHeaders)
  const mine = { ...ours, headers: { ...ours.headers, origin: ours.server.url } }
  const asked = new Map<string, Asked>()
  try {
    for (const workload of workloads) {
      const number = next()
      const answer = workload.facts.pipewright(await ask(mine, workload.pipewright(world.place, number)))
      const other = workload.facts.handWritten(
        await ask(theirs, workload.handWritten(world.place, workload.apart ? next() : number)),
      )
      if (!isDeepStrictEqual(answer, other))
        throw new Error(
          `${workload.name}: the answers differ\n${JSON.stringify(answer)}\n${JSON.stringify(other)}`,
        )
      asked.set(workload.name, {
        pipewright: await countOf(mine, () => workload.pipewright(world.place, next())),
        handWritten: await countOf(theirs, () => workload.handWritten(world.place, next())),
      })
    }
  } finally {
    for (const { server, counter } of [ours, theirs]) {
      await server.stop()
      counter.close()
    }
  }
  return asked
}
