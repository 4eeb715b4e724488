import { appUnderTest, query } from '@pipewright/testing'
import { expect, test } from 'vitest'
import { checkTables } from './check-tables.ts'

test('SC-13: a start names what is not as it should be in the log, the workspace with it, and mends nothing', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const lines: string[] = []
  const write = (_line: unknown, text?: string) => void lines.push(text ?? '')
  const log = { error: write, warn: write } as unknown as Parameters<typeof checkTables>[1]
  const owner = await world.owner()
  const params = { workspace: 'acme' }
  expect((await owner.call('checkTables', { params })).differences).toEqual([])
  await query(world.databaseUrl, 'alter table ws_acme.account drop column industry')
  const close = checkTables(world.database, log)
  await expect.poll(() => lines, { timeout: 15_000 }).toHaveLength(1)
  await close()
  expect(lines[0]).toContain('missing column account.industry')

  const { differences } = await owner.call('checkTables', { params })
  expect(differences).toMatchObject([
    { type: 'missing', what: 'column', table: 'account', name: 'industry', wanted: 'text' },
  ])
})
