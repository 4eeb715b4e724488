import { appUnderTest, ownerPerson } from '@pipewright/testing'
import { expect, test } from 'vitest'
import { explainStartFailure } from '../postgres/start-problem.ts'
import { readConfig } from './config.ts'
import { runServer } from './run-server.ts'

const silent = () => undefined
const next = 'a heron by the mill pond'

const configFor = (url: string, email: string) =>
  readConfig({ DATABASE_URL: url, PORT: '0', LOGS: 'off' }, ['--reset-password', email])

test('the command of the server prints a one-time link for an owner who forgot the password', async () => {
  await using world = await appUnderTest()
  await world.owner()
  const server = await runServer(configFor(world.databaseUrl, 'ADA@example.com'), silent)
  const link = new URL(server.resetUrl ?? '')
  expect(link.pathname).toMatch(/^\/reset\/[\w-]{43}$/)
  const set = () =>
    fetch(`${server.url}/api${link.pathname}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url },
      body: JSON.stringify({ password: next }),
    })
  const statuses = [(await set()).status, (await set()).status]
  await server.stop()
  expect(statuses).toEqual([200, 404])
  await world.client().call('signIn', { body: { email: ownerPerson.email, password: next } })
})

test('an address that nobody signs in with is said in words, and nothing stays behind', async () => {
  await using world = await appUnderTest()
  const failure = await runServer(configFor(world.databaseUrl, 'nobody@example.com'), silent).catch(
    (error: unknown) => error,
  )
  expect(explainStartFailure(failure)?.message).toMatch(/Nobody signs in with nobody@example\.com[\s\S]*没有/)
})
