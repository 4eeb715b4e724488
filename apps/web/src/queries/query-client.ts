import { ProblemError, type Session } from '@pipewright/contract'
import { QueryClient } from '@tanstack/react-query'
import { whenSignedOut } from './client.ts'

/** Problems are answers and are not asked again; a lost connection is. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // Without a network what was last seen here answers: a question is always put.
      networkMode: 'always',
      retry: (count, error) => !(error instanceof ProblemError) && navigator.onLine && count < 3,
    },
  },
})

// Without an account the frame around every page leads to the sign-in page, and from there back to the same address.
whenSignedOut(() => {
  void import('../offline/device.ts').then(({ forgetAll }) => forgetAll()).catch(() => undefined)
  queryClient.setQueryData<Session>(['session'], (session) =>
    session === undefined || session.account === null ? session : { ...session, account: null },
  )
})
