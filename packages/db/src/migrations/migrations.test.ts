import { expect, test } from 'vitest'
import { systemMigrations } from './system-migrations.ts'
import { workspaceMigrations } from './workspace-migrations.ts'

test.each([
  ['of the system', systemMigrations],
  ['of workspaces', workspaceMigrations],
])('migrations %s are counted from one, without a gap or a number given twice', (_, migrations) => {
  expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_one, position) => position + 1))
})
