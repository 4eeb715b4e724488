import { PageSkeleton } from '@pipewright/ui'
import { Navigate } from 'react-router'
import { useSession } from '../queries/session.ts'
import { firstPage } from './first-page.ts'
import { useWorkspace } from './workspace-context.ts'
import { browserStorage } from '../places/browser-storage.ts'

/** "/": the workspace used last, else the first, else the gallery. */
export function StartRedirect() {
  const session = useSession()
  if (session.data === undefined) return <PageSkeleton />
  const { workspaces } = session.data
  const last = browserStorage.getItem('pipewright.workspace')
  const workspace = workspaces.find(({ key }) => key === last) ?? workspaces[0]
  return <Navigate to={workspace === undefined ? '/start' : `/w/${workspace.key}`} replace />
}

/** "/w/:workspace": the first form of the navigation that one may see. */
export function WorkspaceStart() {
  const app = useWorkspace()
  return <Navigate to={firstPage(app)} replace />
}
