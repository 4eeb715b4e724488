/** The ways a member can be told. */
export const channels = ['app', 'mail', 'push'] as const
export type Channel = (typeof channels)[number]

export type Choice = Readonly<Record<Channel, boolean>>

const everywhere: Choice = { app: true, mail: true, push: true }
const quietly: Choice = { app: true, mail: false, push: false }

/** Everything that members are told of, with the channels by which they are as long as they chose no others. */
export const notificationKinds = {
  assigned: everywhere,
  mentioned: everywhere,
  replied: everywhere,
  followed: quietly,
  approvalWaiting: everywhere,
  approvalDecided: everywhere,
  reminder: everywhere,
  overdue: { app: true, mail: true, push: false },
  importReady: quietly,
  exportReady: quietly,
  bulkReady: quietly,
} satisfies Readonly<Record<string, Choice>>

export type NotificationKind = keyof typeof notificationKinds

export const isNotificationKind = (kind: string): kind is NotificationKind =>
  Object.hasOwn(notificationKinds, kind)
