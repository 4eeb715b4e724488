import type { RouteObject } from 'react-router'

/** Pages of changes of many records, and of those that are not sent yet. */
export const manyRoutes: RouteObject[] = [
  {
    path: 'changes',
    lazy: async () => ({ Component: (await import('./pages/changes/jobs-page.tsx')).JobsPage }),
  },
  {
    path: 'changes/:id',
    lazy: async () => ({ Component: (await import('./pages/changes/jobs-page.tsx')).JobPage }),
  },
  {
    path: 'members/:id/hand-over',
    lazy: async () => ({
      Component: (await import('./pages/hand-over/hand-over-page.tsx')).HandOverPage,
    }),
  },
  {
    path: 'waiting',
    lazy: async () => ({ Component: (await import('./offline/waiting-page.tsx')).WaitingPage }),
  },
]
