import type { AppDefinition, Field, Form } from '@pipewright/schemas'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../../connection/connect.ts'
import type { Database } from '../../connection/connection.ts'
import { migrate } from '../../migrations/migrate.ts'
import { checkCatalogue } from '../../publish/check-catalogue.ts'
import { ann, converting, idOf, label, leads, now } from './testing/converting.ts'

let database: Database
let drop: () => Promise<void>

beforeAll(async () => {
  const fresh = await freshDatabase()
  drop = fresh.drop
  database = connect({ url: fresh.url, poolSize: 4 })
  await migrate(database, { now })
})
afterAll(async () => {
  await database.close()
  await drop()
})

const account: Form = {
  key: 'account',
  label,
  labelPlural: label,
  titleField: 'name',
  searchFields: ['name'],
  fields: [{ type: 'text', key: 'name', label }],
  layout: { sections: [{ key: 'main', columns: 1, items: [{ field: 'name' }] }] },
}

/** Leads whose `value` is of one type, to become another. */
function from(value: Field, ...more: Form[]): AppDefinition {
  const definition = leads()
  const [lead] = definition.forms
  if (lead === undefined) throw new Error('there is a form')
  const name: Field = { type: 'text', key: 'name', label }
  return { ...definition, forms: [{ ...lead, fields: [name, value] }, ...more] }
}

type Converting = Awaited<ReturnType<typeof converting>>

/** Statements of the last step that write rows of the leads, and how many each wrote. */
async function lastStep(at: Converting): Promise<number> {
  const written = async () => {
    await at.run('select pg_stat_force_next_flush()')
    const [row] = await at.run<{ n: number }>(
      `select n_tup_upd::int as n from pg_stat_all_tables where relid = 'ws.lead'::regclass`,
    )
    return row?.n ?? 0
  }
  const before = await written()
  expect(await at.settle(5, 100)).toBe('done')
  return (await written()) - before
}

/** Goes on until all rows have been gone through once and only the last step is left. */
async function filled(at: Converting): Promise<void> {
  for (let look = 0; look < 20; look += 1) {
    await at.settle(1, 100)
    const progress = await at.progress()
    if (progress?.state === 'filling' && progress.done === progress.total) return
  }
  throw new Error('it does not get through')
}

test('SC-11: amounts are counted by their rates a few at a time, and not in the last step', async () => {
  const money: Field = { type: 'money', key: 'value', label, currency: 'USD', scale: 2 }
  const to: Field = { type: 'foreignMoney', key: 'value', label, home: 'CNY', currency: 'USD', scale: 2 }
  const at = await converting(database, ['1', '2', '3', '4', '5'], { definition: from(money), to })
  await at.run(
    `insert into ws._exchange_rate (currency, home, from_date, rate, updated_at) values ('USD', 'CNY', '2026-01-01', 7, $1)`,
    [now],
  )
  await filled(at)
  const made = await at.run<{ worth: string }>(
    `select _next_value ->> 'home' as worth from ws.lead order by id`,
  )
  expect(made.map(({ worth }) => worth)).toEqual(['7.00', '14.00', '21.00', '28.00', '35.00'])
  // The rate of a day is put right before the columns change places.
  await at.run(`update ws._exchange_rate set rate = 8, updated_at = $1`, [now])
  expect(await lastStep(at)).toBe(0)
  expect(await at.run('select currency, home from ws._exchange_rate_work')).toEqual([
    { currency: 'USD', home: 'CNY' },
  ])
  expect(await checkCatalogue(database, at.workspace)).toEqual([])
})

test('SC-11: whether the records are there that relations name is seen a few at a time, and kept from then on', async () => {
  const any: Field = { type: 'anyRelation', key: 'value', label, targets: [{ form: 'account' }] }
  const to: Field = { type: 'relation', key: 'value', label, form: 'account' }
  const named = (n: number) => JSON.stringify({ form: 'account', id: idOf(n), text: 'A' })
  const values = [named(101), named(102), null, named(102), named(101)]
  const at = await converting(database, values, {
    definition: from(any, account),
    to,
    begin: async (run) => {
      for (const n of [101, 102])
        await run(
          'insert into ws.account (id, owner, created_by, updated_by, created_at, updated_at, name) values ($1, $2, $2, $2, $3, $3, $4)',
          [idOf(n), ann, now, 'A'],
        )
    },
  })
  await filled(at)
  // A record that is named from now on does not go for good.
  const gone = at.run('delete from ws.account where id = $1', [idOf(102)])
  await expect(gone).rejects.toThrow('foreign key')
  const rows = () =>
    at.run<{ id: string; row: string }>('select id, xmin::text as row from ws.lead order by id')
  const before = await rows()
  expect(await lastStep(at)).toBe(0)
  expect(await rows()).toEqual(before)
  expect(await at.read()).toEqual([idOf(101), idOf(102), null, idOf(102), idOf(101)])
  expect(await checkCatalogue(database, at.workspace)).toEqual([])
})
