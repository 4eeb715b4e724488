import { compileApp } from '@pipewright/compiler'
import { connect, installWorkspace, migrate, type Scene } from '@pipewright/db'
import type { AppDefinition } from '@pipewright/schemas'
import { freshDatabase, testServer } from '@pipewright/testing/database'
import { uuidv7 } from 'uuidv7'

/** Moment that everything in such a workspace happens at. */
export const now = '2026-11-21T08:00:00.000Z'

/** A workspace with this app in a database of its own, and its one member, who may do everything. */
export async function openWorkspace(definition: AppDefinition, poolSize: number) {
  const server = await testServer()
  process.env['PIPEWRIGHT_TEST_SERVER'] = server.url
  const fresh = await freshDatabase()
  const database = connect({ url: fresh.url, poolSize })
  await migrate(database, { now })
  const me = uuidv7()
  const installed = await installWorkspace(database, {
    key: 'bench',
    name: 'Bench',
    definition,
    now,
    within: async (tx, { schema }) => {
      await tx.query({
        text: `insert into ${schema}._member (id, name, email, created_at) values ($1, 'Bench', 'bench@example.org', $2)`,
        values: [me, now],
      })
    },
  })
  if (!installed.ok) throw new Error('not installed')
  const { workspace } = installed
  const app = compileApp(definition, 1)
  const actor = {
    memberId: me,
    departmentId: null,
    departmentTree: [],
    team: [],
    roles: [],
    admin: true,
    zone: 'UTC',
    locale: 'en' as const,
  }
  const scene: Scene = { workspace, app, rights: app.rights(actor), actor, now, newId: uuidv7 }
  const close = async () => {
    await database.close()
    await fresh.drop()
    await server.stop()
  }
  return { database, workspace, me, scene, close }
}
