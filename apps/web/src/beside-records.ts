import type { RouteObject } from 'react-router'

/** Pages of a workspace that show no records: its people and rates, and what is one's own. */
export const besideRecords: RouteObject[] = [
  {
    path: 'members',
    lazy: async () => ({
      Component: (await import('./pages/members/members-page.tsx')).MembersPage,
    }),
  },
  {
    path: 'rates',
    lazy: async () => ({ Component: (await import('./pages/rates/rates-page.tsx')).RatesPage }),
  },
  {
    path: 'notifications',
    lazy: async () => ({
      Component: (await import('./pages/notifications/notification-settings-page.tsx'))
        .NotificationSettingsPage,
    }),
  },
  {
    path: 'account',
    lazy: async () => ({
      Component: (await import('./pages/account/account-page.tsx')).AccountPage,
    }),
  },
  {
    path: 'password',
    lazy: async () => ({
      Component: (await import('./pages/password/password-page.tsx')).PasswordPage,
    }),
  },
  {
    path: 'kept',
    lazy: async () => ({ Component: (await import('./pages/kept/kept-page.tsx')).KeptPage }),
  },
]
