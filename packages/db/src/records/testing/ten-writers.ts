import {
  aChoiceField,
  aDateField,
  aForm,
  aFormulaField,
  aLookupField,
  aMoneyField,
  aNumberField,
  aRelationField,
  aRollupField,
  aTextField,
  anApp,
} from '@pipewright/metadata/builders'
import type { RollupField } from '@pipewright/schemas'
import { DatabaseError } from '../../connection/database-error.ts'
import { createRecord } from '../create-records.ts'
import { deleteRecord } from '../delete-record.ts'
import { getRecord } from '../get-record.ts'
import type { Scene } from '../scene.ts'
import { updateRecord } from '../update-record.ts'
import { writeTransaction } from '../write-transaction.ts'
import type { TestWorkspace } from './template-workspace.ts'

const person = { type: 'person' } as const
const ofDeals = (key: string, given: Partial<RollupField>): RollupField =>
  aRollupField({ key, form: 'deal', relation: 'account', ...given })

/** Every way of calculating over others: sums of formulas, totals of totals, lookups over two hops, filters over hops. */
export const entangled = anApp({
  forms: [
    aForm({
      key: 'region',
      fields: [
        aTextField(),
        aNumberField({ key: 'factor' }),
        aRollupField({
          key: 'volume',
          form: 'account',
          relation: 'region',
          function: 'sum',
          field: 'total',
          scale: 2,
        }),
      ],
    }),
    aForm({
      key: 'account',
      fields: [
        aTextField(),
        aRelationField({ key: 'region', form: 'region' }),
        ofDeals('deals', {}),
        ofDeals('total', { function: 'sum', field: 'amount', scale: 2 }),
        ofDeals('won', {
          function: 'sum',
          field: 'doubled',
          scale: 2,
          filter: { eq: [{ var: 'stage' }, 'won'] },
        }),
        ofDeals('least', { function: 'min', field: 'amount', scale: 2 }),
        ofDeals('most', { function: 'max', field: 'amount', scale: 2 }),
        ofDeals('mean', { function: 'avg', field: 'amount', scale: 4 }),
        ofDeals('latest', { function: 'max', field: 'due', resultType: 'date' }),
        ofDeals('stages', { function: 'listDistinct', field: 'stage', resultType: 'multiChoice' }),
        ofDeals('led', { filter: { gt: [{ var: 'account.region.factor' }, 5] } }),
        aLookupField({ key: 'factor', path: 'region.factor', resultType: 'number' }),
        aFormulaField({ key: 'score', expression: { mul: [{ var: 'total' }, { var: 'factor' }] } }),
      ],
    }),
    aForm({
      key: 'deal',
      fields: [
        aTextField(),
        aRelationField(),
        aMoneyField(),
        aChoiceField(),
        aDateField(),
        aFormulaField({ key: 'doubled', expression: { mul: [{ var: 'amount' }, 2] } }),
        aLookupField({ key: 'customer', path: 'account.name', resultType: 'text' }),
        aLookupField({ key: 'factor', path: 'account.region.factor', resultType: 'number' }),
      ],
    }),
  ],
})

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
  readonly #regions: readonly string[]
  readonly #accounts: readonly string[]
  readonly #deals: string[]

  constructor(space: TestWorkspace, seed: number, world: World) {
    this.#space = space
    this.#scene = space.scene('admin')
    this.#next = numbers(seed)
    this.#regions = world.regions
    this.#accounts = world.accounts
    this.#deals = world.deals
  }

  #one<T>(of: readonly T[]): T {
    return of[this.#next(of.length)] as T
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
      account: this.#one(this.#accounts),
      amount: `${this.#next(1000)}.${10 + this.#next(90)}`,
      stage: this.#one(stages),
      due: `2026-0${1 + this.#next(9)}-1${this.#next(10)}`,
    }
    const outcome = await writeTransaction(this.#space.database, (tx) =>
      createRecord(tx, this.#scene, 'deal', { values }, person),
    )
    if (outcome.ok) this.#deals.push(outcome.record.id)
    return outcome.ok
  }

  async #delete(): Promise<boolean> {
    const id = this.#one(this.#deals)
    const found = await getRecord(this.#space.database, this.#scene, 'deal', id)
    if (!found.ok) return false
    const outcome = await writeTransaction(this.#space.database, (tx) =>
      deleteRecord(tx, this.#scene, 'deal', id, found.record.version, person),
    )
    return outcome.ok
  }

  /** One change, drawn by lot; whether it was let through. */
  change(): Promise<boolean> {
    const draw = this.#next(20)
    if (draw < 5 || this.#deals.length < 20) return this.#create()
    const deal = this.#one(this.#deals)
    if (draw < 10) return this.#update('deal', deal, { amount: `${this.#next(1000)}.${10 + this.#next(90)}` })
    if (draw < 12) return this.#update('deal', deal, { stage: this.#one(stages) })
    if (draw < 15) return this.#update('deal', deal, { account: this.#one([...this.#accounts, null]) })
    if (draw < 17) return this.#delete()
    if (draw < 18) return this.#update('account', this.#one(this.#accounts), { name: `A${this.#next(1000)}` })
    if (draw < 19)
      return this.#update('account', this.#one(this.#accounts), { region: this.#one(this.#regions) })
    return this.#update('region', this.#one(this.#regions), { factor: String(this.#next(10)) })
  }
}

interface World {
  readonly regions: readonly string[]
  readonly accounts: readonly string[]
  readonly deals: string[]
}

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
  return { regions, accounts, deals: [] }
}

/** Ends the connection of somebody who is writing, in the middle of whatever it does. */
async function killOne(space: TestWorkspace): Promise<number> {
  const text = `select pg_terminate_backend(pid) as ended from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle' order by random() limit 1`
  const ended = await space.database.query<{ ended: boolean }>({ text, values: [] })
  return ended.length
}

/** Several writers change the same few records at once, while connections are torn away under them. */
export async function runWriters(space: TestWorkspace, options: WritersOptions): Promise<WritersResult> {
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
  return count
}
