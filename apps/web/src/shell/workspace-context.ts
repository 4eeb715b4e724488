import type { App } from '@pipewright/contract'
import { createContext, useContext } from 'react'

export const WorkspaceContext = createContext<App | null>(null)

/** The app of the workspace one is in; only below the workspace frame. */
export function useWorkspace(): App {
  const app = useContext(WorkspaceContext)
  if (app === null) throw new Error('useWorkspace outside a workspace')
  return app
}

export const workspacePath = (app: App, rest = ''): string => `/w/${app.workspace.key}${rest}`
