import type { Workspace } from '@pipewright/db'
import type { Services } from '../services.ts'

/** What happens by itself happens in nobody's name: for what is told, not for reading or writing records. */
export function nobodyIn(workspace: Workspace, { now, newId }: Pick<Services, 'now' | 'newId'>) {
  const nobody = { memberId: '', departmentId: null, departmentTree: [], team: [], roles: [], admin: false }
  const { zone, locale } = workspace
  return { workspace, now: now(), newId, actor: { ...nobody, zone, locale } }
}
