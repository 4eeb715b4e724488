import { DatabaseError } from '../../connection/database-error.ts'
import { changeRates, openRateWork } from '../../rates/exchange-rates.ts'
import { settleRates } from '../../rates/settle-rates.ts'
import { createRecord } from '../create-records.ts'
import { deleteRecord } from '../delete-record.ts'
import { getRecord } from '../get-record.ts'
import type { Scene } from '../scene.ts'
import { updateRecord } from '../update-record.ts'
import { writeTransaction } from '../write-transaction.ts'
import type { TestWorkspace } from './template-workspace.ts'

const person = { type: 'person' } as const

export interface WritersResult {
  readonly done: number
  readonly refused: number
  readonly broken: number
  readonly kills: number
}

export interface WritersOptions {
  readonly writers: number
  /** Each writer stops after so many changes, or when the time is over. */
  readonly changes: number
  readonly seconds: number
  readonly seed: number
}

/** A small generator of numbers that are the same every time. */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const stages = ['open', 'won', 'lost']

class Writer {
  readonly #space: TestWorkspace
  readonly #scene: Scene
  readonly #next: (below: number) => number
  readonly #world: World

  constructor(space: TestWorkspace, seed: number, world: World) {
    this.#space = space
    this.#scene = space.scene('admin')
    this.#next = numbers(seed)
    this.#world = world
  }

  #one<T>(of: readonly T[]): T {
    return of[this.#next(of.length)] as T
  }

  #some<T>(of: readonly T[]): T[] {
    return of.filter(() => this.#next(3) === 0).slice(0, 5)
  }

  async #rate(): Promise<boolean> {
    await this.#space.database.transaction((tx) =>
      changeRates(tx, this.#scene, usd(`6.${1 + this.#next(99)}`)),
    )
    return true
  }

  async #update(form: string, id: string, values: unknown): Promise<boolean> {
    const found = await getRecord(this.#space.database, this.#scene, form, id)
    if (!found.ok) return false
    const change = { version: found.record.version, values }
    const outcome = await writeTransaction(this.#space.database, (tx) =>
      updateRecord(tx, this.#scene, form, id, change, person),
    )
    return outcome.ok
  }

  async #create(): Promise<boolean> {
    const values = {
      name: 'Deal',
      account: this.#one(this.#world.accounts),
      amount: `${this.#next(1000)}.${10 + this.#next(90)}`,
      stage: this.#one(stages),
      due: `2026-0${1 + this.#next(9)}-1${this.#next(10)}`,
      labels: this.#some(this.#world.labels),
      price: { amount: String(this.#next(1000)), currency: this.#one(['CNY', 'USD']) },
    }
    const outcome = await writeTransaction(this.#space.database, (tx) =>
      createRecord(tx, this.#scene, 'deal', { values }, person),
    )
    if (outcome.ok) this.#world.deals.push(outcome.record.id)
    return outcome.ok
  }

  async #delete(): Promise<boolean> {
    const id = this.#one(this.#world.deals)
    const found = await getRecord(this.#space.database, this.#scene, 'deal', id)
    if (!found.ok) return false
    const outcome = await writeTransaction(this.#space.database, (tx) =>
      deleteRecord(tx, this.#scene, 'deal', id, found.record.version, person),
    )
    return outcome.ok
  }

  /** One change, drawn by lot; whether it was let through. */
  change(): Promise<boolean> {
    const draw = this.#next(26)
    if (draw < 5 || this.#world.deals.length < 20) return this.#create()
    const deal = this.#one(this.#world.deals)
    if (draw < 10) return this.#update('deal', deal, { amount: `${this.#next(1000)}.${10 + this.#next(90)}` })
    if (draw < 12) return this.#update('deal', deal, { stage: this.#one(stages) })
    if (draw < 15) return this.#update('deal', deal, { account: this.#one([...this.#world.accounts, null]) })
    if (draw < 17) return this.#delete()
    if (draw < 18)
      return this.#update('account', this.#one(this.#world.accounts), { name: `A${this.#next(1000)}` })
    if (draw < 19)
      return this.#update('account', this.#one(this.#world.accounts), {
        region: this.#one(this.#world.regions),
      })
    if (draw < 20)
      return this.#update('region', this.#one(this.#world.regions), { factor: String(this.#next(10)) })
    if (draw < 22) return this.#update('deal', deal, { labels: this.#some(this.#world.labels) })
    if (draw < 25)
      return this.#update('campaign', this.#one(this.#world.campaigns), {
        deals: this.#some(this.#world.deals),
      })
    return this.#rate()
  }
}

interface World {
  readonly regions: readonly string[]
  readonly accounts: readonly string[]
  readonly labels: readonly string[]
  readonly campaigns: readonly string[]
  readonly deals: string[]
}

const usd = (rate: string) => ({
  put: [{ currency: 'USD', home: 'CNY', from: '2020-01-01', rate }],
  remove: [],
})

async function seedWorld(space: TestWorkspace): Promise<World> {
  const made = async (form: string, values: unknown) => {
    const outcome = await writeTransaction(space.database, (tx) =>
      createRecord(tx, space.scene('admin'), form, { values }, person),
    )
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
    return outcome.record.id
  }
  const regions: string[] = []
  for (const factor of ['1', '7']) regions.push(await made('region', { name: 'R', factor }))
  const accounts: string[] = []
  for (const region of [...regions, ...regions]) accounts.push(await made('account', { name: 'A', region }))
  const labels: string[] = []
  for (const name of ['A', 'B', 'C', 'D']) labels.push(await made('label', { name }))
  const campaigns = [await made('campaign', { name: 'C' }), await made('campaign', { name: 'D' })]
  return { regions, accounts, labels, campaigns, deals: [] }
}

/** Lets all amounts follow the rates that were changed meanwhile, as the job does that goes on after every start. */
async function settleAll(space: TestWorkspace): Promise<void> {
  const scene = space.scene('admin')
  for (const work of await openRateWork(space.database, space.workspace))
    await settleRates(space.database, scene, work, { cause: person, isStopping: () => false })
}

/** Ends the connection of somebody who is writing, in the middle of whatever it does. */
async function killOne(space: TestWorkspace): Promise<number> {
  const text = `select pg_terminate_backend(pid) as ended from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle' order by random() limit 1`
  const ended = await space.database.query<{ ended: boolean }>({ text, values: [] })
  return ended.length
}

/** Several writers change the same few records at once, while connections are torn away under them. */
export async function runWriters(space: TestWorkspace, options: WritersOptions): Promise<WritersResult> {
  await space.database.transaction((tx) => changeRates(tx, space.scene('admin'), usd('6.5')))
  const world = await seedWorld(space)
  const count = { done: 0, refused: 0, broken: 0, kills: 0 }
  const until = performance.now() + options.seconds * 1000
  const write = async (position: number): Promise<void> => {
    const writer = new Writer(space, options.seed + position, world)
    for (let made = 0; made < options.changes && performance.now() < until; made += 1) {
      try {
        count[(await writer.change()) ? 'done' : 'refused'] += 1
      } catch (error) {
        if (!(error instanceof DatabaseError)) throw error
        count.broken += 1
      }
      if (position === 0 && made % 5 === 4) count.kills += await killOne(space).catch(() => 0)
    }
  }
  await Promise.all(Array.from({ length: options.writers }, (_, position) => write(position)))
  await settleAll(space)
  return count
}
