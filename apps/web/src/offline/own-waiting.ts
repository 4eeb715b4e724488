import { useMemo } from 'react'
import { useSession } from '../queries/session.ts'
import { useWorkspace } from '../shell/workspace-context.ts'
import type { Waiting } from './waiting.ts'
import { useAllWaiting } from './waiting-store.ts'

/** What the member who is signed in has waiting, in all his workspaces. */
export function useWaiting(): readonly Waiting[] {
  const owner = useSession().data?.account?.id
  const all = useAllWaiting()
  return useMemo(() => all.filter((entry) => entry.owner === owner), [all, owner])
}

/** What he has waiting in the workspace that is open. */
export function useWaitingHere(): readonly Waiting[] {
  const { key } = useWorkspace().workspace
  const own = useWaiting()
  return useMemo(() => own.filter(({ workspace }) => workspace === key), [own, key])
}
