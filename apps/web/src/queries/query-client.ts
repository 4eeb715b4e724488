import { ProblemError, type Session } from '@pipewright/contract'
import { QueryClient } from '@tanstack/react-query'
import { whenSignedOut } from './client.ts'

/** Problems are answers and are not asked again; a lost connection is. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (count, error) => !(error instanceof ProblemError) && count < 3,
    },
  },
})

// Without an account the frame around every page leads to the sign-in page, and from there back to the same address.
whenSignedOut(() =>
  queryClient.setQueryData<Session>(['session'], (session) =>
    session === undefined || session.account === null ? session : { ...session, account: null },
  ),
)
