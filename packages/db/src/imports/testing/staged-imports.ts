import type { ColumnMapping } from '@pipewright/compiler'
import type { Database } from '../../connection/connection.ts'
import type { TestWorkspace } from '../../records/testing/template-workspace.ts'
import {
  checkImport,
  commitImport,
  describeImport,
  findImport,
  insertImport,
  stageRows,
  startChecking,
  startImporting,
  type ImportJob,
  type ImportWrites,
  type JobHost,
} from '../index.ts'

export const now = '2026-11-21T08:00:00.000Z'
export const host: JobHost = { now: () => now, isStopping: () => false }

/** Dies where it is asked for the nth time whether to go on. */
export function killedAt(nth: number): JobHost {
  let asked = 0
  return {
    now: () => now,
    isStopping: () => {
      asked += 1
      if (asked === nth) throw new Error('killed')
      return false
    },
  }
}

/** Imports of the administrator of a workspace. */
export function stagedImports(space: TestWorkspace) {
  async function job(id: string): Promise<ImportJob> {
    const scene = space.scene('admin')
    const found = await findImport(space.database, scene.workspace, id, scene.actor.memberId)
    if (found === undefined) throw new Error('gone')
    return found
  }

  /** Stages a table as the server does. */
  async function staged(
    form: string,
    names: readonly string[],
    rows: readonly (readonly string[])[],
    database: Database = space.database,
  ): Promise<string> {
    const scene = space.scene('admin')
    const { workspace } = scene
    const id = scene.newId()
    await database.transaction(async (tx) => {
      await insertImport(tx, workspace, { id, form, fileName: 'x.csv', createdBy: scene.actor.memberId, now })
      for (let at = 0; at < rows.length; at += 1000)
        await stageRows(
          tx,
          workspace,
          id,
          rows.slice(at, at + 1000).map((cells, index) => ({ row: at + index + 2, cells })),
        )
      const columns = names.map((name, column) => ({ column, name, samples: [] }))
      await describeImport(tx, workspace, id, { rows: rows.length, columns, mapping: [] })
    })
    return id
  }

  /** Stages a table and checks it. */
  async function checked(
    form: string,
    columns: readonly Omit<ColumnMapping, 'column'>[],
    rows: readonly (readonly string[])[],
    database: Database = space.database,
    { writes, at = host }: { readonly writes?: ImportWrites; readonly at?: JobHost } = {},
  ): Promise<ImportJob> {
    const scene = space.scene('admin')
    const names = columns.map(({ field }) => field ?? '')
    const id = await staged(form, names, rows, database)
    const mapping = columns.map((one, column) => ({ ...one, column }))
    await startChecking(database, scene.workspace, { id, now, mapping, ...(writes && { writes }) })
    await checkImport(database, scene, await job(id), at)
    return job(id)
  }

  async function committed(found: ImportJob, skipBad = false, at: JobHost = host): Promise<ImportJob> {
    const scene = space.scene('admin')
    if (await startImporting(space.database, scene.workspace, { id: found.id, now, skipBad }))
      await commitImport(space.database, scene, await job(found.id), at)
    return job(found.id)
  }

  return { job, staged, checked, committed }
}
