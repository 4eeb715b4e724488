import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApiClient, type ApiClient } from '../setup/api-client.ts'
import { startServer } from '../setup/server-process.ts'
import { expect, test } from '../setup/test.ts'

const person = {
  name: 'Ada Lovelace',
  email: 'ada@example.com',
  password: 'correct horse battery',
  locale: 'en',
  zone: 'Europe/London',
} as const

async function firstAccount(
  url: string,
  setupUrl: string | null,
): Promise<{ owner: ApiClient; workspace: string }> {
  const owner = createApiClient(url, 'en')
  const token = new URL(setupUrl ?? '').searchParams.get('token') ?? ''
  await owner.call('setUp', { body: { token, ...person } })
  const body = {
    name: 'Sales',
    template: 'lead-to-payment',
    sample: false,
    locale: 'en',
    zone: 'Europe/London',
  } as const
  return { owner, workspace: (await owner.call('createWorkspace', { body })).key }
}

test('after kill -9 in the middle of saving, a new start has everything that was acknowledged', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pipewright-kill-'))
  await chmod(folder, 0o711)
  const settings = { DATA_FOLDER: folder, DATABASE_URL: '', LOGS: 'off' }
  const first = await startServer(settings)
  try {
    const { owner, workspace } = await firstAccount(first.url, first.setupUrl)
    const params = { workspace, form: 'lead' }
    const acknowledged: string[] = []
    const gone = once(first.child, 'exit')
    const save = async (writer: number) => {
      for (let count = 0; first.child.signalCode === null; count += 1) {
        const name = `Lead ${writer}-${count}`
        // The kill ends the connection of whoever waits for an answer: that one was not acknowledged.
        const answer = await owner
          .call('createRecord', { params, body: { values: { name } } })
          .catch(() => null)
        if (answer === null) return
        acknowledged.push(answer.id)
        if (acknowledged.length === 60) first.child.kill('SIGKILL')
      }
    }
    await Promise.all([0, 1, 2, 3].map(save))
    await gone
    expect(acknowledged.length).toBeGreaterThanOrEqual(60)

    const second = await startServer(settings)
    try {
      expect(second.setupUrl).toBeNull()
      const again = createApiClient(second.url, 'en')
      await again.call('signIn', { body: { email: person.email, password: person.password } })
      const missing: string[] = []
      for (const id of acknowledged) {
        const found = await again.call('getRecord', { params: { ...params, id } }).catch(() => null)
        if (found === null) missing.push(id)
      }
      expect(missing).toEqual([])
      // It is not merely read: it can be written again.
      await again.call('createRecord', { params, body: { values: { name: 'After the kill' } } })
    } finally {
      await second.stop()
    }
  } finally {
    if (first.child.exitCode === null && first.child.signalCode === null) await first.stop()
    await rm(folder, { recursive: true, force: true })
  }
})
