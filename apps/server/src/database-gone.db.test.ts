import { connect, migrate } from '@pipewright/db'
import { freshDatabase } from '@pipewright/testing'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect as dial, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { buildApp } from './app.ts'

const templatesFolder = fileURLToPath(new URL('../../../templates', import.meta.url))

/** A door to a database that can be shut and opened again at the same place. */
async function doorTo(url: string) {
  const behind = new URL(url)
  const sockets = new Set<Socket>()
  let server: Server
  async function open(port: number): Promise<number> {
    server = createServer((near) => {
      const far = dial(Number(behind.port), behind.hostname)
      for (const socket of [near, far]) {
        sockets.add(socket)
        socket.on('error', () => undefined).on('close', () => [near, far].map((one) => one.destroy()))
      }
      near.pipe(far).pipe(near)
    }).listen(port, '127.0.0.1')
    await once(server, 'listening')
    return (server.address() as AddressInfo).port
  }
  async function shut(): Promise<void> {
    const closed = once(server, 'close')
    server.close()
    for (const socket of sockets) socket.destroy()
    sockets.clear()
    await closed
  }
  const port = await open(0)
  const through = new URL(url)
  through.host = `127.0.0.1:${port}`
  return { url: through.href, open: () => open(port), shut }
}

test('OP-09: without its database every answer is 503 with a time to wait, and without a restart all is well again', async () => {
  await using fresh = await freshDatabase()
  const door = await doorTo(fresh.url)
  const database = connect({ url: door.url, poolSize: 3 })
  await migrate(database, { now: new Date().toISOString() })
  const app = await buildApp({
    database,
    clock: Date.now,
    random: (bytes) => randomBytes(bytes),
    newId: uuidv7,
    secret: 'of this test',
    origins: [],
    cookieSecure: false,
    templatesFolder,
    log: null,
  })
  const ask = () => app.inject({ method: 'GET', url: '/api/session' })
  expect((await ask()).statusCode).toBe(200)
  await door.shut()
  for (let times = 0; times < 10; times += 1) {
    const answer = await ask()
    expect(answer.json()).toMatchObject({ status: 503, code: 'database-gone' })
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  }
  expect((await app.inject({ method: 'GET', url: '/healthz' })).statusCode).toBe(200)
  expect((await app.inject({ method: 'GET', url: '/readyz' })).statusCode).toBe(503)
  await door.open()
  await expect.poll(async () => (await ask()).statusCode, { timeout: 10_000 }).toBe(200)
  expect((await app.inject({ method: 'GET', url: '/readyz' })).statusCode).toBe(200)
  await app.close()
  await database.close()
  await door.shut()
})
