import { useContext, useEffect } from 'react'
import { WorkspaceContext } from './workspace-context.ts'

/** Says in the browser's tab where one is: the page, then the workspace or the product. */
export function usePageTitle(title: string): void {
  const place = useContext(WorkspaceContext)?.workspace.name ?? 'Pipewright'
  useEffect(() => {
    document.title = title === '' ? place : `${title} · ${place}`
  }, [title, place])
}
