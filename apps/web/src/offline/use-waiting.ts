import { useQueryClient } from '@tanstack/react-query'
import { useSay } from '@pipewright/ui'
import { useCallback, useEffect } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { isLost, useConnection } from '../queries/connection.ts'
import { useSession } from '../queries/session.ts'
import { sendNow } from './send-now.ts'
import { shownAnew } from './shown-from.ts'
import { useOfflineText } from './use-offline-text.ts'
import { waitingStore } from './waiting-store.ts'

/** Sends what waits, says how much went, and shows everything as it is then. */
export function useSend(): () => Promise<void> {
  const owner = useSession().data?.account?.id
  const queries = useQueryClient()
  const navigate = useNavigate()
  const text = useOfflineText()
  const { message } = useSay()
  return useCallback(async () => {
    if (owner === undefined || isLost()) return
    const before = await waitingStore.list(owner)
    if (before.length === 0) return
    // Whoever looks at something that was made here goes on looking at it under its own id.
    await sendNow(owner, (from, to) => {
      const { pathname, search } = window.location
      if (pathname.includes(from)) void navigate(pathname.replace(from, to) + search, { replace: true })
    })
    const left = new Set((await waitingStore.list(owner)).map(({ id }) => id))
    const count = before.filter(({ id }) => !left.has(id)).length
    if (count > 0) message.success(text('sent', { count }))
    await queries.invalidateQueries()
  }, [owner, queries, navigate, text, message])
}

/** Sends what waits as soon as the server is there, also what waits from before. */
export function useSendWhenBack(): void {
  const connection = useConnection()
  const queries = useQueryClient()
  const send = useSend()
  const { pathname } = useLocation()
  const isThere = connection !== 'lost'
  useEffect(() => {
    if (!isThere) return
    send().catch(() => undefined)
  }, [isThere, send])
  useEffect(() => {
    if (connection === 'back') void queries.invalidateQueries()
  }, [connection, queries])
  useEffect(shownAnew, [pathname])
}
