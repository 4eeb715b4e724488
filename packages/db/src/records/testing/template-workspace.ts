import { readFileSync, readdirSync } from 'node:fs'
import { compileApp, type Actor, type CompiledApp } from '@pipewright/compiler'
import { emptyDefinition } from '@pipewright/metadata'
import type { AppDefinition } from '@pipewright/schemas'
import { uuidv7 } from 'uuidv7'
import { connect } from '../../connection/connect.ts'
import type { Connection, Database, Statement } from '../../connection/connection.ts'
import type { WorkspaceRef } from '../../connection/workspace-ref.ts'
import { migrate } from '../../migrations/migrate.ts'
import { installWorkspace } from '../../publish/install-workspace.ts'
import type { Scene } from '../scene.ts'

const folder = new URL('../../../../../templates/lead-to-payment/', import.meta.url)

const documents = <T>(kind: string): T[] =>
  readdirSync(new URL(`${kind}/`, folder)).map(
    (name) => JSON.parse(readFileSync(new URL(`${kind}/${name}`, folder), 'utf8')) as T,
  )

/** The template as a definition. */
export function templateDefinition(): AppDefinition {
  return {
    ...emptyDefinition({ en: 'Test', zh: '测试' }),
    forms: documents('forms'),
    optionSets: documents('option-sets'),
    views: documents('views'),
    workflows: documents('workflows'),
    reports: documents('reports'),
    dashboards: documents('dashboards'),
    roles: documents('roles'),
  }
}

export interface TestWorkspace {
  readonly database: Database
  readonly workspace: WorkspaceRef
  readonly app: CompiledApp
  /** Departments: `all` with `sales` below it. */
  readonly departments: { readonly all: string; readonly sales: string }
  readonly members: { readonly admin: string; readonly rep: string; readonly other: string }
  scene(member: 'admin' | 'rep' | 'other', overrides?: Partial<Actor>): Scene
  close(): Promise<void>
}

export const now = '2026-11-21T08:00:00.000Z'

/** A workspace with an administrator and two reps of one department. */
export async function testWorkspace(
  fresh: { readonly url: string; readonly drop: () => Promise<void> },
  definition: AppDefinition = templateDefinition(),
): Promise<TestWorkspace> {
  const database = connect({ url: fresh.url, poolSize: 12 })
  await migrate(database, { now })
  const departments = { all: uuidv7(), sales: uuidv7() }
  const members = { admin: uuidv7(), rep: uuidv7(), other: uuidv7() }
  const installed = await installWorkspace(database, {
    key: 'test',
    name: 'Test',
    definition,
    now,
    async within(tx, { schema }) {
      for (const [name, id] of Object.entries(departments))
        await tx.query({
          text: `insert into ${schema}._department (id, name) values ($1, $2)`,
          values: [id, name],
        })
      for (const [name, id] of Object.entries(members))
        await tx.query({
          text: `insert into ${schema}._member (id, name, email, department, created_at) values ($1, $2, $2, $3, $4)`,
          values: [id, name, departments.sales, now],
        })
    },
  })
  if (!installed.ok) throw new Error('not installed')
  const app = compileApp(definition, 1)
  return {
    database,
    workspace: installed.workspace,
    app,
    departments,
    members,
    scene(member, overrides = {}) {
      const actor: Actor = {
        memberId: members[member],
        departmentId: departments.sales,
        departmentTree: [departments.sales],
        team: [],
        roles: member === 'admin' ? [] : ['rep'],
        admin: member === 'admin',
        zone: 'Asia/Shanghai',
        locale: 'en',
        ...overrides,
      }
      return { workspace: installed.workspace, app, rights: app.rights(actor), actor, now, newId: uuidv7 }
    },
    async close() {
      await database.close()
      await fresh.drop()
    },
  }
}

/** A connection that counts the statements that go over it. */
export function counting(connection: Connection): Connection & { readonly statements: Statement[] } {
  const statements: Statement[] = []
  return {
    statements,
    query(statement) {
      statements.push(statement)
      return connection.query(statement)
    },
  }
}
