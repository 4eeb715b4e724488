import { useContext, useEffect } from 'react'
import { useUnread } from '../queries/unread.ts'
import { WorkspaceContext } from './workspace-context.ts'

/** Says in the browser's tab where one is: the page, then the workspace or the product; before it how much is unread. */
export function usePageTitle(title: string): void {
  const workspace = useContext(WorkspaceContext)?.workspace
  const place = workspace?.name ?? 'Pipewright'
  const unread = useUnread(workspace?.key ?? '')
  useEffect(() => {
    const count = unread > 0 ? `(${unread}) ` : ''
    document.title = `${count}${title === '' ? place : `${title} · ${place}`}`
  }, [title, place, unread])
}
