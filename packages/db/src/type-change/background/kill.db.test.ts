import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Field } from '@pipewright/schemas'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../../connection/connect.ts'
import type { Database } from '../../connection/connection.ts'
import { migrate } from '../../migrations/migrate.ts'
import { checkCatalogue } from '../../publish/check-catalogue.ts'
import { converting, idOf, label, now } from './testing/converting.ts'

const unique: Field = { type: 'number', key: 'value', label, scale: 2, unique: true }
const script = fileURLToPath(new URL('./testing/settle-process.ts', import.meta.url))

let database: Database
let url: string
let drop: () => Promise<void>

beforeAll(async () => {
  const fresh = await freshDatabase()
  drop = fresh.drop
  url = fresh.url
  database = connect({ url, poolSize: 6 })
  await migrate(database, { now })
})
afterAll(async () => {
  await database.close()
  await drop()
})

test('SC-11: a process that is killed in the middle loses nothing; the next one goes on where it was', async () => {
  const count = 200
  const at = await converting(
    database,
    Array.from({ length: count }, (_, position) => String(position)),
    { to: unique },
  )
  const { key, schema } = at.workspace
  const start = () =>
    spawn(process.execPath, [script], {
      env: { ...process.env, DATABASE_URL: url, WORKSPACE: key, SCHEMA: schema },
      stdio: 'inherit',
    })
  const written = new Map<number, string>()
  const write = async (position: number): Promise<void> => {
    const value = String(5000 + written.size)
    await at.run('update ws.lead set value = $2 where id = $1', [idOf(position), value])
    written.set(position, value)
  }
  const done = async () => (await at.progress())?.done ?? count
  for (const enough of [30, 90]) {
    const child = start()
    const gone = once(child, 'exit')
    const most = written.size + 30
    while ((await done()) < enough && child.exitCode === null)
      if (written.size < most) await write((written.size * 7) % count)
    child.kill('SIGKILL')
    expect(await gone).toEqual([null, 'SIGKILL'])
    // What it had not put in force is not there; what people read and write is as before.
    expect(await at.revision()).toBe(1)
    const values = await at.read()
    for (const [position, value] of written) expect(values[position]).toBe(value)
    expect(await done()).toBeLessThan(count)
  }
  const last = start()
  expect(await once(last, 'exit')).toEqual([0, null])
  expect(await at.revision()).toBe(2)
  const rows = await at.read()
  const expected = Array.from({ length: count }, (_, position) => `${written.get(position) ?? position}.00`)
  expect(rows).toEqual(expected)
  expect(await checkCatalogue(database, at.workspace)).toEqual([])
}, 120_000)
