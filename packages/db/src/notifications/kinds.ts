/** How often a mail may come: at once, each hour, each day at the hour of the member. */
export const paces = ['now', 'hour', 'day'] as const
export type Pace = (typeof paces)[number]

export interface Choice {
  readonly app: boolean
  readonly mail: Pace | 'never'
  readonly push: boolean
}

const atOnce: Choice = { app: true, mail: 'now', push: true }
const everywhere: Choice = { app: true, mail: 'hour', push: true }
const quietly: Choice = { app: true, mail: 'never', push: false }

/** Everything that members are told of, with the channels by which they are as long as they chose no others. */
export const notificationKinds = {
  assigned: everywhere,
  mentioned: atOnce,
  replied: everywhere,
  followed: quietly,
  approvalWaiting: atOnce,
  approvalDecided: everywhere,
  mailFailed: atOnce,
  reminder: atOnce,
  dueToday: { app: true, mail: 'day', push: true },
  overdue: { app: true, mail: 'day', push: false },
  importReady: quietly,
  exportReady: quietly,
  bulkReady: quietly,
  backupTrouble: atOnce,
} satisfies Readonly<Record<string, Choice>>

export type NotificationKind = keyof typeof notificationKinds

export const isNotificationKind = (kind: string): kind is NotificationKind =>
  Object.hasOwn(notificationKinds, kind)
