import type { RouteObject } from 'react-router'

/** Pages of changes of many records, of large files, of what was deleted, and of what is not sent yet. */
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
    path: 'exports',
    lazy: async () => ({ Component: (await import('./pages/exports/exports-page.tsx')).ExportsPage }),
  },
  {
    path: 'bin',
    lazy: async () => ({ Component: (await import('./pages/bin/bin-page.tsx')).BinPage }),
  },
  {
    path: 'backups',
    lazy: async () => ({ Component: (await import('./pages/backups/backups-page.tsx')).BackupsPage }),
  },
  {
    path: 'f/:form/duplicates',
    lazy: async () => ({
      Component: (await import('./pages/duplicates/duplicates-page.tsx')).DuplicatesPage,
    }),
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
