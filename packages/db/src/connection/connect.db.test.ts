import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from './connect.ts'
import type { Database } from './connection.ts'
import { prepared } from './statement.ts'

let url = ''
let database: Database
let drop: () => Promise<void>

beforeAll(async () => {
  const fresh = await freshDatabase()
  url = fresh.url
  drop = fresh.drop
  database = connect({ url, poolSize: 4 })
  await database.query({ text: 'create table note (id int primary key, body text not null)', values: [] })
})

afterAll(async () => {
  await database.close()
  await drop()
})

const q = (text: string, values: unknown[] = []) => ({ text, values })

test('values arrive exact: days and numerics as text, instants in UTC with milliseconds, bigints as numbers', async () => {
  const [row] = await database.query(
    q(`select date '2026-11-21' as day, 12.50::numeric(10,2) as money, timestamptz '2026-11-21 08:00:00.5+08' as at,
      9007199254740991::bigint as safe, 9007199254740993::bigint as unsafe, array[1.10]::numeric[] as list,
      array[timestamptz '2026-01-01 00:00+00', null] as instants`),
  )
  expect(row).toEqual({
    day: '2026-11-21',
    money: '12.50',
    at: '2026-11-21T00:00:00.500Z',
    safe: 9007199254740991,
    unsafe: '9007199254740993',
    list: ['1.10'],
    instants: ['2026-01-01T00:00:00.000Z', null],
  })
})

test('a statement may run for 30 seconds and a transaction may idle for 60', async () => {
  const [row] = await database.query(
    q(
      `select current_setting('statement_timeout') as s, current_setting('idle_in_transaction_session_timeout') as i`,
    ),
  )
  expect(row).toEqual({ s: '30s', i: '1min' })
})

test('an error tells its kind and constraint, and no value of the row', async () => {
  await database.query(q(`insert into note values (1, 'x')`))
  const failure = await database
    .query(q(`insert into note values (1, 'secret words')`))
    .catch((e: unknown) => e)
  expect(failure).toMatchObject({
    name: 'DatabaseError',
    kind: 'unique',
    constraint: 'note_pkey',
    table: 'note',
  })
  expect(JSON.stringify(failure) + String(failure)).not.toContain('(1)')
  await expect(database.query(q(`insert into note values (2, null)`))).rejects.toMatchObject({
    kind: 'notNull',
    column: 'body',
  })
  const cast = await database.query(q(`select $1::int`, ['secret words'])).catch(String)
  expect(cast).not.toContain('secret')
})

test('a failed transaction leaves nothing, and its connection works on', async () => {
  const work = database.transaction(async (tx) => {
    await tx.query(q(`insert into note values (10, 'x')`))
    throw new Error('changed my mind')
  })
  await expect(work).rejects.toThrow('changed my mind')
  expect(await database.query(q('select 1 from note where id = 10'))).toEqual([])
})

test('a transaction whose failed statement was swallowed does not pretend to have committed', async () => {
  const work = database.transaction(async (tx) => {
    await tx.query(q(`insert into note values (11, 'x')`))
    await tx.query(q('select 1/0')).catch(() => undefined)
  })
  await expect(work).rejects.toThrow('swallowed')
})

test('CO-10: two transactions that deadlock both succeed in the end', async () => {
  await database.query(q(`insert into note values (20, 'a'), (21, 'b')`))
  let arrived = 0
  let release: () => void = () => undefined
  const bothHold = new Promise<void>((resolve) => (release = resolve))
  const update = (first: number, second: number) =>
    database.transaction(async (tx) => {
      await tx.query(q('update note set body = body || $2 where id = $1', [first, 'x']))
      arrived += 1
      if (arrived === 2) release()
      await bothHold
      await tx.query(q('update note set body = body || $2 where id = $1', [second, 'x']))
    })
  await Promise.all([update(20, 21), update(21, 20)])
  const rows = await database.query(q('select body from note where id in (20, 21) order by id'))
  expect(rows).toEqual([{ body: 'axx' }, { body: 'bxx' }])
})

test('a prepared statement works on after its table was altered', async () => {
  await database.query(q('create table priced (amount numeric(10,2))'))
  const read = prepared(q('select amount from priced'))
  await Promise.all([1, 2, 3, 4].map(() => database.query(read)))
  await database.query(q('alter table priced alter column amount type numeric(12,4)'))
  expect(await Promise.all([1, 2, 3, 4].map(() => database.query(read)))).toEqual([[], [], [], []])
  await database.query(q('alter table priced alter column amount type numeric(13,5)'))
  expect(await database.transaction((tx) => tx.query(read))).toEqual([])
})

test('a killed server session costs one failure and not the process, idle or at work', async () => {
  const other = connect({ url, poolSize: 1 })
  const [row] = await other.query<{ pid: number }>(q('select pg_backend_pid() as pid'))
  await database.query(q('select pg_terminate_backend($1)', [row?.pid]))
  const work = other.transaction(async (tx) => {
    const [mine] = await tx.query<{ pid: number }>(q('select pg_backend_pid() as pid'))
    await database.query(q('select pg_terminate_backend($1)', [mine?.pid]))
    await tx.query(q('select 1'))
  })
  await expect(work).rejects.toMatchObject({ kind: 'gone' })
  expect(await other.query(q('select 1 as one'))).toEqual([{ one: 1 }])
  await other.close()
})

test('a listener hears, and hears again after its connection was killed', async () => {
  const heard: string[] = []
  let wake: () => void = () => undefined
  const next = () => new Promise<void>((resolve) => (wake = resolve))
  const stop = await database.listen(
    'news',
    (payload) => (heard.push(payload), wake()),
    () => wake(),
  )
  let signal = next()
  await database.query(q(`select pg_notify('news', 'one')`))
  await signal
  signal = next()
  await database.query(
    q(
      `select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen%' and datname = current_database()`,
    ),
  )
  await signal
  signal = next()
  await database.query(q(`select pg_notify('news', 'two')`))
  await signal
  await stop()
  expect(heard).toEqual(['one', 'two'])
})

test('who finds every connection taken waits for one longer than a server may take to answer at all', async () => {
  const single = connect({ url, poolSize: 1 })
  const long = single.query(q('select pg_sleep(5.5)'))
  expect(await single.query(q('select 1 as one'))).toEqual([{ one: 1 }])
  await long
  await single.close()
}, 30_000)

test('a server that accepts and says nothing is given up soon', async () => {
  const silent = createServer(() => undefined).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const { port } = silent.address() as AddressInfo
  const nowhere = connect({ url: `postgres://127.0.0.1:${port}/none`, poolSize: 1 })
  const begin = performance.now()
  await expect(nowhere.query(q('select 1'))).rejects.toMatchObject({ kind: 'gone' })
  expect(performance.now() - begin).toBeLessThan(15_000)
  await nowhere.close()
  silent.close()
}, 30_000)

test('without a server the first statement says that it is gone', async () => {
  const nowhere = connect({ url: 'postgres://127.0.0.1:1/none', poolSize: 1 })
  await expect(nowhere.query(q('select 1'))).rejects.toMatchObject({ kind: 'gone' })
  await expect(nowhere.transaction((tx) => tx.query(q('select 1')))).rejects.toMatchObject({ kind: 'gone' })
  await nowhere.close()
})

test('what the work of a transaction or session throws stays what it is', async () => {
  const lost = Object.assign(new Error('no such file'), { code: 'ENOENT', syscall: 'read' })
  const fail = async () => {
    throw lost
  }
  await expect(database.transaction(fail)).rejects.toBe(lost)
  await expect(database.session(fail)).rejects.toBe(lost)
})
