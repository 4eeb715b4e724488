import { findWorkspace, workspaceKeys, type Database, type Workspace } from '@pipewright/db'

/** Does something in each workspace, one after the other. */
export async function everyWorkspace(
  database: Database,
  work: (workspace: Workspace) => Promise<unknown>,
): Promise<void> {
  for (const key of await workspaceKeys(database)) {
    const workspace = await findWorkspace(database, key)
    if (workspace !== undefined) await work(workspace)
  }
}
