import type { Session } from '@pipewright/contract'
import { beforeEach, expect, test } from 'vitest'
import { forgetTold, noteTold, tellAgain } from './told-here.ts'

const device = { endpoint: 'https://push.example/one', p256dh: 'key', auth: 'secret', name: 'Chrome · Linux' }

const sessionOf = (id: string, ...keys: readonly string[]): Session => ({
  account: { id, name: 'Rita', email: 'rita@example.com', locale: 'en', zone: 'UTC' },
  csrf: 'token',
  workspaces: keys.map((key) => ({ key, name: key })),
  setup: false,
})

/** Signs in; answers where the device was registered again. */
async function signIn(session: Session, isSubscribed = true): Promise<string[]> {
  const added: string[] = []
  await tellAgain(session, {
    getPush: async () => ({ publicKey: 'server', devices: [] }),
    addDevice: async (workspace, { endpoint }) => added.push(`${workspace} ${endpoint}`),
    standing: async () => (isSubscribed ? device : null),
  })
  return added
}

beforeEach(forgetTold)

test('whoever turned it on here is told again after the next sign-in, where he still is and wanted it', async () => {
  noteTold('rita', 'acme', true)
  noteTold('rita', 'left', true)
  noteTold('rita', 'stopped', true)
  noteTold('rita', 'stopped', false)
  expect(await signIn(sessionOf('rita', 'acme', 'stopped', 'never'))).toEqual([
    'acme https://push.example/one',
  ])
})

test('nobody else is, and then not the first one either', async () => {
  noteTold('rita', 'acme', true)
  expect(await signIn(sessionOf('omar', 'acme'))).toEqual([])
  expect(await signIn(sessionOf('rita', 'acme'))).toEqual([])
})

test('a browser that has no subscription any more is not registered', async () => {
  noteTold('rita', 'acme', true)
  expect(await signIn(sessionOf('rita', 'acme'), false)).toEqual([])
})

test('whoever signed out is not told here again', async () => {
  noteTold('rita', 'acme', true)
  forgetTold()
  expect(await signIn(sessionOf('rita', 'acme'))).toEqual([])
})
