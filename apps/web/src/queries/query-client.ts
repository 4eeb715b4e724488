import { ProblemError } from '@pipewright/contract'
import { QueryClient } from '@tanstack/react-query'
import { whenDropped } from '../offline/dropped.ts'
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

// What was laid by for the time without a network is for somebody who is signed in; the open page asks for that in place.
whenSignedOut(() => {
  void import('../offline/device.ts').then(({ forgetAll }) => forgetAll()).catch(() => undefined)
})

/** What is read without the server: lists, records, what is to be done. A draft of the designer is nobody's to ask for again. */
const laidBy: ReadonlySet<unknown> = new Set([
  'records',
  'views',
  'view',
  'tasks',
  'runs',
  'notifications',
  'places',
])

// What of it is on the screen is asked for once more: otherwise it would be missing as soon as the network is.
whenDropped(() => {
  void queryClient.invalidateQueries({ predicate: ({ queryKey: [kind] }) => laidBy.has(kind) })
})
