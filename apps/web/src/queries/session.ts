import type { Session } from '@pipewright/contract'
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { client, leaving, rememberSession } from './client.ts'
import { sayBack, sayEnded } from './re-entry.ts'

const key = ['session'] as const

export const sessionQuery = queryOptions({
  queryKey: key,
  queryFn: async ({ client: queries }): Promise<Session> => {
    const session = await client.call('getSession')
    const here = queries.getQueryData<Session>(key)
    if (here?.account && here.account.id !== session.account?.id) {
      // The page and what was typed into it stay hers; who else signed in with this browser sees it by a load of his own.
      sayEnded()
      return here
    }
    rememberSession(session)
    return session
  },
  staleTime: 60_000,
})

export function useSession() {
  return useQuery(sessionQuery)
}

/** Takes over the session as the server answered it. */
export function useTakeSession(): (session: Session) => void {
  const queries = useQueryClient()
  return (session) => {
    rememberSession(session)
    queries.setQueryData(key, session)
  }
}

/** Takes over the session that a sign-in, setup or invitation answered. */
export function useEnter(): (session: Session) => void {
  const take = useTakeSession()
  return (session) => {
    take(session)
    sayBack()
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
    rememberSession(null)
    queries.clear()
    window.location.assign('/sign-in')
  }
}
