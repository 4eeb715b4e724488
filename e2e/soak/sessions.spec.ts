import type { CDPSession, Page } from '@playwright/test'
import { median } from '../setup/page-work.ts'
import { expect, test, type World } from '../setup/test.ts'
import { editRecord, heldBy, lookAround, type Work } from './worker.ts'

// Sessions of several members work side by side for a while: nothing they saved is lost, nothing goes wrong in a
// console, and neither pages nor server hold more and more.

const sessions = Number(process.env.SOAK_SESSIONS ?? 20)
const minutes = Number(process.env.SOAK_MINUTES ?? 10)
const people = ['owner', 'manager', 'rep', 'otherRep'] as const

interface Session {
  readonly page: Page
  readonly work: Work
  readonly tools: CDPSession
  readonly saved: string[]
  readonly id: string
}

async function createWork(world: World, number: number, at: (path: string) => string) {
  const person = people[number % people.length] ?? 'owner'
  const name = `Soak ${String(number).padStart(2, '0')}`
  const api = await world.api(person)
  const { id } = await api.call('createRecord', {
    params: { workspace: world.workspace, form: 'opportunity' },
    body: { values: { name } },
  })
  const form = at('/f/opportunity')
  const list = `${form}?view=opportunity_all&q=${encodeURIComponent(name)}`
  const work = { name, record: `${form}/${id}`, list, board: `${form}?view=opportunity_board` }
  return { person, id, work }
}

/** Works until the time is over. */
async function workUntil(end: number, { page, work, saved }: Session): Promise<void> {
  for (let round = saved.length; Date.now() < end; round += 1) {
    const text = `${work.name} step ${round}`
    await editRecord(page, work, text)
    saved.push(text)
    await lookAround(page, work)
  }
}

async function hold(all: readonly Session[]) {
  const held = []
  for (const { tools } of all) held.push(await heldBy(tools))
  return {
    heap: median(held.map(({ heap }) => heap)),
    nodes: median(held.map(({ nodes }) => nodes)),
  }
}

async function keptInLedger(world: World, id: string): Promise<string[]> {
  const rows = await world.sql<{ step: string }>(
    `select changes -> 'next_step' ->> 1 as step from _record_event
      where record = $1 and changes ? 'next_step' order by at, id`,
    [id],
  )
  return rows.map(({ step }) => step)
}

test('many sessions work side by side', async ({ journey, world }) => {
  const all: Session[] = []
  for (let number = 0; number < sessions; number += 1) {
    const { person, id, work } = await createWork(world, number, journey.at)
    const page = await journey.as(person)
    await page.goto(work.record)
    const tools = await page.context().newCDPSession(page)
    all.push({ page, work, tools, saved: [], id })
  }
  const begin = Date.now()
  const part = (share: number) => begin + share * minutes * 60_000
  // The first fifth fills what is kept on purpose: answers, formats, parts of the app that load on demand.
  const marks = []
  for (const share of [0.2, 0.6, 1]) {
    await Promise.all(all.map((session) => workUntil(part(share), session)))
    const { heap, nodes } = await hold(all)
    const server = world.memory()
    marks.push({ heap, nodes, server })
    const saved = all.reduce((sum, session) => sum + session.saved.length, 0)
    console.log(
      `${sessions} sessions, ${(share * minutes).toFixed(1)} min: ${saved} saved; a page holds ${heap.toFixed(1)} MB and ${nodes} nodes, the server ${server.toFixed(0)} MB`,
    )
  }
  for (const { id, saved } of all) expect(await keptInLedger(world, id)).toEqual(saved)
  const [first, , last] = marks
  expect(last?.heap).toBeLessThan((first?.heap ?? 0) * 1.25 + 5)
  expect(last?.nodes).toBeLessThan((first?.nodes ?? 0) * 1.5 + 2000)
  expect(last?.server).toBeLessThan((first?.server ?? 0) * 1.5 + 100)
})
