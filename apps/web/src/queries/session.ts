import type { Session } from '@pipewright/contract'
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { client, leaving, rememberCsrf } from './client.ts'

const key = ['session'] as const

export const sessionQuery = queryOptions({
  queryKey: key,
  queryFn: async () => {
    const session = await client.call('getSession')
    rememberCsrf(session.csrf)
    return session
  },
  staleTime: 60_000,
})

export function useSession() {
  return useQuery(sessionQuery)
}

/** Takes over the session that a sign-in, setup or invitation answered. */
export function useEnter(): (session: Session) => void {
  const queries = useQueryClient()
  return (session) => {
    rememberCsrf(session.csrf)
    queries.setQueryData(key, session)
    void import('../pages/notifications/push/after-sign-in.ts')
      .then(({ toldAfterSignIn }) => toldAfterSignIn(session))
      .catch(() => undefined)
  }
}

export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    leaving(true)
    try {
      await client.call('signOut')
    } catch (error) {
      leaving(false)
      throw error
    }
    // What was seen goes with its reader, and nothing more is told on this device; what he has not sent waits for him.
    await import('../offline/device.ts').then(({ forgetAll }) => forgetAll()).catch(() => undefined)
    await import('../pages/notifications/push/sign-off.ts')
      .then(({ tellNoMore }) => tellNoMore())
      .catch(() => undefined)
    rememberCsrf(null)
    queries.clear()
    window.location.assign('/sign-in')
  }
}
