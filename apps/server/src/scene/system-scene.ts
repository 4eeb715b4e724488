import type { Workspace } from '@pipewright/db'
import type { Services } from '../services.ts'
import { nobodyIn } from './nobody.ts'

/** A workspace as the system sees it, with every record: for what is decided reader by reader afterwards. */
export async function systemScene(
  workspace: Workspace,
  services: Pick<Services, 'scenes' | 'now' | 'newId'>,
) {
  const app = await services.scenes.currentApp(workspace)
  const scene = nobodyIn(workspace, services)
  const actor = { ...scene.actor, admin: true, calendar: workspace.calendar }
  return { ...scene, app, actor, rights: app.rights(actor) }
}
