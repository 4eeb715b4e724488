import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { Id, Instant, Key, WorkspaceParams, closed } from '../shapes.ts'
import { Nullable } from './record-shapes.ts'

const Kind = Type.Union([
  Type.Literal('assigned'),
  Type.Literal('mentioned'),
  Type.Literal('replied'),
  Type.Literal('followed'),
  Type.Literal('approvalWaiting'),
  Type.Literal('approvalDecided'),
  Type.Literal('mailFailed'),
  Type.Literal('reminder'),
  Type.Literal('dueToday'),
  Type.Literal('overdue'),
  Type.Literal('importReady'),
  Type.Literal('exportReady'),
  Type.Literal('bulkReady'),
  Type.Literal('backupTrouble'),
])
export type NotificationKind = Static<typeof Kind>

export const Notification = closed({
  id: Id,
  kind: Kind,
  text: Type.String({
    description: 'A sentence in the language of the reader, with what the reader may know.',
  }),
  form: Nullable(Key),
  record: Nullable(Id),
  path: Nullable(Type.String({ description: 'What to open instead of a record, below the workspace.' })),
  actor: Nullable(Id),
  count: Type.Integer({ description: 'How many of the same the line stands for.' }),
  at: Instant,
  isRead: Type.Boolean(),
})
export type Notification = Static<typeof Notification>

const Choice = closed({
  app: Type.Boolean(),
  mail: Type.Union([Type.Literal('never'), Type.Literal('now'), Type.Literal('hour'), Type.Literal('day')], {
    description: 'At once, once an hour, or once a day at `digestAt`.',
  }),
  push: Type.Boolean(),
})
const Time = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', description: '"HH:MM"' })

/** What a member wishes. */
export const NotificationWishes = closed({
  kinds: closed({
    assigned: Choice,
    mentioned: Choice,
    replied: Choice,
    followed: Choice,
    approvalWaiting: Choice,
    approvalDecided: Choice,
    mailFailed: Choice,
    reminder: Choice,
    dueToday: Choice,
    overdue: Choice,
    importReady: Choice,
    exportReady: Choice,
    bulkReady: Choice,
    backupTrouble: Choice,
  }),
  quiet: Nullable(closed({ from: Time, to: Time })),
  digestAt: Time,
  morningAt: Time,
})
export type NotificationWishes = Static<typeof NotificationWishes>

export const NotificationSettings = closed({
  ...NotificationWishes.properties,
  ways: closed({ mail: Type.Boolean(), push: Type.Boolean() }),
  mailRefused: Type.Boolean({ description: 'My address refused so many mails that none is sent any more.' }),
})
export type NotificationSettings = Static<typeof NotificationSettings>

const base = '/api/w/:workspace'

export const notificationRoutes = {
  listNotifications: route({
    method: 'GET',
    path: `${base}/notifications`,
    auth: 'member',
    summary: 'What I was told, newest first',
    params: WorkspaceParams,
    query: closed({
      after: Type.Optional(Type.String({ maxLength: 100 })),
      unread: Type.Optional(Type.Literal('true')),
    }),
    answer: closed({
      items: Type.Array(Notification),
      next: Nullable(Type.String()),
      unread: Type.Integer(),
    }),
  }),
  readNotifications: route({
    method: 'POST',
    path: `${base}/notifications/read`,
    auth: 'member',
    summary: 'Mark notifications as read; all of them when none is named',
    params: WorkspaceParams,
    body: closed({ ids: Type.Optional(Type.Array(Id, { maxItems: 500 })) }),
    answer: closed({ unread: Type.Integer() }),
  }),
  getNotificationSettings: route({
    method: 'GET',
    path: `${base}/notification-settings`,
    auth: 'member',
    summary: 'How I want to be told',
    params: WorkspaceParams,
    answer: NotificationSettings,
  }),
  setNotificationSettings: route({
    method: 'PUT',
    path: `${base}/notification-settings`,
    auth: 'member',
    summary: 'Say how I want to be told',
    params: WorkspaceParams,
    body: NotificationWishes,
    answer: NotificationSettings,
  }),
}
