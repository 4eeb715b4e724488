import { planTitles } from '@pipewright/compiler'
import { localize, type Locale } from '@pipewright/metadata'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { isIdentity } from '../records/get-record.ts'
import { readSceneOf, run, type Scene } from '../records/scene.ts'
import { fillWords } from './fill-words.ts'
import { isNotificationKind, type NotificationKind } from './kinds.ts'
import type { NotificationParams } from './notify.ts'
import { goneText, notificationText } from './texts/notification-texts.ts'

/** A notification in the language and with the rights of its reader. */
export interface Told {
  readonly id: string
  readonly kind: NotificationKind
  readonly text: string
  /** The form it is about, as far as the reader may know it. */
  readonly form: string | null
  /** The record, as long as the reader may see it. */
  readonly record: string | null
  readonly path: string | null
  readonly actor: string | null
  readonly count: number
  readonly at: string
  readonly isRead: boolean
  /** It is about something that its reader may not see, or that is gone. */
  readonly isGone: boolean
}

export interface StoredNotification {
  readonly id: string
  readonly kind: string
  readonly form: string | null
  readonly record: string | null
  readonly actor: string | null
  readonly actorName: string | null
  readonly several: boolean
  readonly params: NotificationParams
  readonly count: number
  readonly at: string
  readonly isRead: boolean
}

export const notificationColumns = `n.id, n.kind, n.form, n.record, n.actor, n.several, n.params, n.count, n.at,
  n.read_at is not null as "isRead", (select name from %members where id = n.actor) as "actorName"`

export const selectNotifications = ({ schema }: WorkspaceRef): string =>
  `select ${notificationColumns.replace('%members', quoteTable(schema, '_member'))} from ${quoteTable(schema, '_notification')} n`

async function titlesOf(
  connection: Connection,
  scene: Scene,
  stored: readonly StoredNotification[],
): Promise<ReadonlyMap<string, string | null>> {
  const wanted = new Map<string, Set<string>>()
  for (const { form, record } of stored)
    if (form !== null && record !== null)
      wanted.set(form, (wanted.get(form) ?? new Set<string>()).add(record))
  const plan = wanted.size === 0 ? undefined : planTitles(readSceneOf(scene), wanted)
  const rows = plan === undefined ? [] : await run<{ id: string; title: string | null }>(connection, plan)
  return new Map(rows.map(({ id, title }) => [id, title === '' ? null : title]))
}

function fieldLabels(scene: Scene, form: string, keys: readonly string[], locale: Locale): string[] {
  const fields = scene.app.form(form)?.fields
  const rights = scene.rights.forms[form]?.fields ?? {}
  return keys.flatMap((key) => {
    const field = fields?.get(key)
    return field === undefined || rights[key] === undefined ? [] : [localize(field.label, locale)]
  })
}

function tell(
  scene: Scene,
  stored: StoredNotification,
  titles: ReadonlyMap<string, string | null>,
  locale: Locale,
): Told | undefined {
  const { kind, form, record, params, actorName, ...rest } = stored
  if (!isNotificationKind(kind)) return undefined
  const { id, actor, count, at, isRead } = rest
  const known = { id, kind, count, at, isRead }
  const mayReadForm = form === null || scene.rights.forms[form]?.read === true
  const title = record === null ? undefined : titles.get(record)
  if (!mayReadForm || (record !== null && title === undefined))
    return {
      ...known,
      text: goneText(locale),
      form: null,
      record: null,
      path: null,
      actor: null,
      isGone: true,
    }
  const fields = form === null ? [] : fieldLabels(scene, form, params.fields ?? [], locale)
  const sentence = { kind, actor: actorName, several: rest.several, title, count, fields, params }
  const text = notificationText(sentence, locale)
  return { ...known, text, form, record, path: params.path ?? null, actor, isGone: false }
}

/** Notifications as their reader may be told them: texts in the language, titles and fields as far as the rights go. */
export async function tellNotifications(
  connection: Connection,
  scene: Scene,
  stored: readonly StoredNotification[],
  locale: Locale,
): Promise<Told[]> {
  const titles = await titlesOf(connection, scene, stored)
  const words = await fillWords(connection, scene, stored, locale)
  return stored.flatMap((one) => {
    const text = words.get(one.id)
    const filled = text === undefined ? one : { ...one, params: { ...one.params, text } }
    return tell(scene, filled, titles, locale) ?? []
  })
}

const perPage = 40

/** What the member was told, newest first, a page at a time. */
export async function listNotifications(
  connection: Connection,
  scene: Scene,
  { after, unread, locale }: { readonly after?: string; readonly unread: boolean; readonly locale: Locale },
): Promise<{ readonly items: readonly Told[]; readonly next: string | null }> {
  const [at = '', id = ''] = (after ?? '').split(' ')
  const isOn = !Number.isNaN(Date.parse(at)) && isIdentity(id)
  const stored = await connection.query<StoredNotification>({
    text: `${selectNotifications(scene.workspace)} where n.member = $1 and n.in_app
      and ($2::timestamptz is null or (n.at, n.id) < ($2::timestamptz, $3::uuid)) and ($4::boolean = false or n.read_at is null)
      order by n.at desc, n.id desc limit ${perPage + 1}`,
    values: [scene.actor.memberId, isOn ? at : null, isOn ? id : null, unread],
  })
  const shown = stored.slice(0, perPage)
  const last = stored.length > perPage ? shown.at(-1) : undefined
  const items = await tellNotifications(connection, scene, shown, locale)
  return { items, next: last === undefined ? null : `${last.at} ${last.id}` }
}

export async function countUnread(
  connection: Connection,
  { schema }: WorkspaceRef,
  member: string,
): Promise<number> {
  const [row] = await connection.query<{ count: number }>({
    text: `select count(*) as count from ${quoteTable(schema, '_notification')} where member = $1 and in_app and read_at is null`,
    values: [member],
  })
  return row?.count ?? 0
}
