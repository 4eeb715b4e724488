import { compileApp, type CompiledApp } from '@pipewright/compiler'
import { currentRevision, loadRevision, type Database, type WorkspaceRef } from '@pipewright/db'
import type { Announcements } from '../live/announcements.ts'
import { remember } from '../live/remembered.ts'

/** SC-07: a new revision is used within this time even where its announcement was not heard. */
const rememberedMs = 2000
/** So many compiled revisions are kept in memory. */
const most = 200

/** The published revision of a workspace, compiled once per revision and process. */
export interface CurrentApp {
  of(workspace: WorkspaceRef): Promise<CompiledApp>
  /** The next one who asks looks whether there is another one. */
  forget(workspace: WorkspaceRef): void
}

export function createCurrentApp(
  database: Database,
  announcements: Announcements,
  clock: () => number,
): CurrentApp {
  const compiled = new Map<string, CompiledApp>()
  const current = remember<CompiledApp>({ clock, forMs: rememberedMs, most })

  async function load(workspace: WorkspaceRef): Promise<CompiledApp> {
    const known = compiled.get(workspace.schema)
    if (known !== undefined && (await currentRevision(database, workspace)) === known.revision) return known
    const { definition, revision } = (await loadRevision(database, workspace)) ?? noRevision(workspace)
    const app = compileApp(definition, revision)
    compiled.delete(workspace.schema)
    compiled.set(workspace.schema, app)
    const [oldest] = compiled.keys()
    if (compiled.size > most && oldest !== undefined) compiled.delete(oldest)
    return app
  }

  announcements.on(({ subject, what }) => {
    if (subject === '*') current.forgetAll()
    else if (what === 'revision') current.forget(subject)
  })

  return {
    of: (workspace) => current.get(workspace.schema, () => load(workspace)),
    forget: ({ schema }) => current.forget(schema),
  }
}

const noRevision = ({ schema }: WorkspaceRef): never => {
  throw new Error(`The workspace ${schema} has no revision`)
}
