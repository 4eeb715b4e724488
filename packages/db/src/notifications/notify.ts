import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import { announcementChannel } from '../publish/announcement.ts'
import type { Scene } from '../records/scene.ts'
import { notificationKinds, type NotificationKind } from './kinds.ts'

/**
 * Never values of records: who reads it later may not read them. Fields by key, ids, numbers, and words of the
 * definition or of the reader's own.
 */
export interface NotificationParams {
  /** Keys of the fields that it is about; those the reader may read are named. */
  readonly fields?: readonly string[]
  /** A record was shared with the reader. */
  readonly shared?: true
  /** Somebody said something, or noted a follow-up. */
  readonly commented?: true
  readonly noted?: true
  readonly decision?: 'approved' | 'rejected'
  /** Words in both languages, or one's own. */
  readonly text?: string | { readonly en?: string; readonly zh?: string }
  /** How many records or rows it is about, where it is about none alone. */
  readonly rows?: number
  readonly failed?: boolean
  /** It worked out for some. */
  readonly partly?: true
  /** How many of what is counted are tasks. */
  readonly tasks?: number
  /** There are more than were counted. */
  readonly more?: boolean
  /** What to open instead of the record: a path below the workspace. */
  readonly path?: string
}

export interface Note {
  readonly kind: NotificationKind
  readonly members: Iterable<string>
  readonly form?: string
  readonly record?: string
  /** Who did it and is not told; null: nobody in particular. The actor of the scene by itself. */
  readonly actor?: string | null
  readonly params?: NotificationParams
  /** Unread notes of a kind and topic are one line; by itself the record, or nothing shared with others. */
  readonly topic?: string
  /** How many this note stands for. */
  readonly count?: number
}

export type Notifying = Pick<Scene, 'workspace' | 'now' | 'newId' | 'actor'>

const channelSql = (channel: string, by: string): string =>
  `coalesce((s.kinds -> $3::text ->> '${channel}')::boolean, ${by})`

function notifySql(schema: string): string {
  const wanted = ['$10::boolean', '$11::boolean', '$12::boolean'] as const
  const [app, mail, push] = [
    channelSql('app', wanted[0]),
    channelSql('mail', wanted[1]),
    channelSql('push', wanted[2]),
  ]
  return `with told as (
    insert into ${quoteTable(schema, '_notification')} as n
      (id, member, kind, topic, form, record, actor, params, at, count, in_app, mail, push, pace)
    select x.id, x.member, $3, coalesce($4, x.id::text), $5, $6::uuid, $7::uuid, $8::jsonb, $9::timestamptz, $13::int,
      ${app}, ${mail}, ${push}, coalesce(s.kinds -> $3::text ->> 'pace', $16::text)
    from unnest($1::uuid[], $2::uuid[]) as x(id, member)
    join ${quoteTable(schema, '_member')} m on m.id = x.member and m.active
    left join ${quoteTable(schema, '_notification_setting')} s on s.member = x.member
    where ${app} or ${mail} or ${push} order by x.member
    on conflict (member, kind, topic) where read_at is null do update set
      at = excluded.at, count = n.count + excluded.count, actor = excluded.actor,
      several = n.several or n.actor is distinct from excluded.actor,
      record = case when n.record = excluded.record then n.record end,
      params = n.params || excluded.params || case when n.params ? 'fields' and excluded.params ? 'fields' then
        jsonb_build_object('fields', (select jsonb_agg(distinct f) from jsonb_array_elements((n.params -> 'fields') || (excluded.params -> 'fields')) as f))
        else '{}' end,
      in_app = excluded.in_app, mail = excluded.mail, push = excluded.push, pace = excluded.pace,
      mailed_at = null, pushed_at = null
    returning member)
  select pg_notify($14, $15 || member) from told`
}

/** Tells members of something in the transaction in which it happens; never the one who did it. */
export async function notify(tx: Connection, scene: Notifying, note: Note): Promise<void> {
  const actor = note.actor === undefined ? scene.actor.memberId : note.actor
  const members = [...new Set(note.members)].filter((member) => member !== actor).toSorted()
  if (members.length === 0) return
  const { schema } = scene.workspace
  const { app, mail, push } = notificationKinds[note.kind]
  await tx.query(
    prepared({
      text: notifySql(schema),
      values: [
        members.map(() => scene.newId()),
        members,
        note.kind,
        note.topic ?? note.record ?? null,
        note.form ?? null,
        note.record ?? null,
        actor,
        JSON.stringify(note.params ?? {}),
        scene.now,
        app,
        mail !== 'never',
        push,
        note.count ?? 1,
        announcementChannel,
        `${schema}:notified `,
        mail === 'never' ? 'day' : mail,
      ],
    }),
  )
}

/** What was told of a record, or of one topic of it, is over: nobody needs to look at it any more. */
export async function settleNotifications(
  tx: Connection,
  scene: Notifying,
  {
    kind,
    record,
    topic,
  }: { readonly kind: NotificationKind; readonly record: string; readonly topic?: string },
): Promise<void> {
  const { schema } = scene.workspace
  await tx.query(
    prepared({
      text: `with over as (update ${quoteTable(schema, '_notification')} set read_at = $3
          where record = $1 and kind = $2 and read_at is null and ($6::text is null or topic = $6) returning member)
        select pg_notify($4, $5 || member) from over`,
      values: [record, kind, scene.now, announcementChannel, `${schema}:notified `, topic ?? null],
    }),
  )
}
