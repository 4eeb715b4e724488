import { loadPatterns } from '@pipewright/metadata'
import { PageSkeleton } from '@pipewright/ui'
import { createBrowserRouter, type RouteObject } from 'react-router'
import { afterStyles } from './after-styles.ts'
import { besideRecords } from './beside-records.ts'
import { NotFoundPage, RouteError } from './pages/not-found-page.tsx'
import { RecordsFrame } from './pages/records-frame.tsx'
import { manyRoutes } from './many-routes.ts'
import { SignedIn, WorkspaceFrame } from './shell/workspace-frame.tsx'
import { StartRedirect, WorkspaceStart } from './shell/start-redirect.tsx'

/** Every address of the product. What a rep does not need at once is loaded when its page is opened. */
const routes: RouteObject[] = [
  {
    errorElement: <RouteError />,
    hydrateFallbackElement: <PageSkeleton />,
    children: [
      {
        path: '/sign-in',
        lazy: async () => ({ Component: (await import('./session/sign-in-page.tsx')).SignInPage }),
      },
      {
        path: '/setup',
        lazy: async () => ({ Component: (await import('./session/setup-page.tsx')).SetupPage }),
      },
      {
        path: '/invitations/:token',
        lazy: async () => ({ Component: (await import('./session/invitation-page.tsx')).InvitationPage }),
      },
      {
        path: '/forgot',
        lazy: async () => ({ Component: (await import('./session/reset/forgot-page.tsx')).ForgotPage }),
      },
      {
        path: '/reset/:token',
        lazy: async () => ({ Component: (await import('./session/reset/reset-page.tsx')).ResetPage }),
      },
      {
        path: '/p/:workspace/:token',
        lazy: async () => ({ Component: (await import('./public/public-page.tsx')).PublicPage }),
      },
      {
        path: '/pa/:workspace/:answer',
        lazy: async () => ({ Component: (await import('./public/own-answer-page.tsx')).OwnAnswerPage }),
      },
      {
        path: '/stop-mail/:workspace/:member/:signature',
        lazy: async () => ({ Component: (await import('./pages/settings/stop-mail-page.tsx')).StopMailPage }),
      },
      {
        element: <SignedIn />,
        children: [
          { path: '/', element: <StartRedirect /> },
          {
            path: '/start',
            lazy: async () => ({ Component: (await import('./gallery/gallery-page.tsx')).GalleryPage }),
          },
          {
            path: '/w/:workspace/design/:form?',
            lazy: async () => {
              // What is written into a pattern is checked while it is typed.
              const [page] = await Promise.all([import('./pages/design-page.tsx'), loadPatterns()])
              return { Component: page.DesignPage }
            },
          },
          {
            path: '/w/:workspace',
            element: <WorkspaceFrame />,
            children: [
              { index: true, element: <WorkspaceStart /> },
              {
                path: 'empty',
                lazy: async () => ({ Component: (await import('./pages/empty-app-page.tsx')).EmptyAppPage }),
              },
              {
                element: <RecordsFrame />,
                children: [
                  {
                    path: 'f/:form',
                    lazy: async () => ({ Component: (await import('./pages/list/list-page.tsx')).ListPage }),
                  },
                  {
                    path: 'f/:form/new',
                    lazy: async () => ({
                      Component: (await import('./pages/record/new-record-page.tsx')).NewRecordPage,
                    }),
                  },
                  {
                    path: 'f/:form/import',
                    lazy: async () => ({
                      Component: (await import('./pages/import/import-page.tsx')).ImportPage,
                    }),
                  },
                  {
                    path: 'f/:form/:id',
                    lazy: async () => ({
                      Component: (await import('./pages/record/record-page.tsx')).OneRecordPage,
                    }),
                  },
                  {
                    path: 'f/:form/:id/print',
                    lazy: async () => ({
                      Component: (await import('./pages/record/print-page.tsx')).PrintPage,
                    }),
                  },
                  {
                    path: 'f/:form/print',
                    lazy: async () => ({
                      Component: (await import('./pages/record/print-many-page.tsx')).PrintManyPage,
                    }),
                  },
                  ...manyRoutes,
                  {
                    path: 'd/:dashboard',
                    lazy: async () => ({
                      Component: (await import('./pages/dashboard/dashboard-page.tsx')).DashboardPage,
                    }),
                  },
                  {
                    path: 'todo',
                    lazy: async () => ({ Component: (await import('./pages/todo/todo-page.tsx')).TodoPage }),
                  },
                  {
                    path: 'settings',
                    lazy: async () => ({
                      Component: (await import('./pages/settings/settings-page.tsx')).SettingsPage,
                    }),
                  },
                ],
              },
              ...besideRecords,
              { path: '*', element: <NotFoundPage /> },
            ],
          },
        ],
      },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
]

/** Begins to load the page of this address; pages are drawn when `styles` are here too. */
export const openRouter = (styles: Promise<unknown>) =>
  createBrowserRouter(routes.map((route) => afterStyles(route, styles)))
