import { ProblemError } from '@pipewright/contract'
import { QueryClient } from '@tanstack/react-query'

/** Problems are answers and are not asked again; a lost connection is. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (count, error) => !(error instanceof ProblemError) && count < 3,
    },
  },
})
