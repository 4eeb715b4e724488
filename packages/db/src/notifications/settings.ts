import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { notificationKinds, type Choice, type NotificationKind, type Pace } from './kinds.ts'

type Choices = Readonly<Record<NotificationKind, Choice>>

/** How a member wants to be told. Times are of the member's own zone, "HH:MM". */
export interface NotificationSettings {
  readonly kinds: Choices
  /** Neither mail nor push in between; over midnight when it ends before it begins. */
  readonly quiet: { readonly from: string; readonly to: string } | null
  readonly digestAt: string
  /** When the tasks of the day and what became overdue are told. */
  readonly morningAt: string
}

/** As it lies stored: whether, and apart from it how often. */
interface StoredChoice {
  readonly app?: boolean
  readonly mail?: boolean
  readonly push?: boolean
  readonly pace?: Pace
}

function chosen(usual: Choice, stored: StoredChoice = {}): Choice {
  const often = stored.pace ?? (usual.mail === 'never' ? 'day' : usual.mail)
  const mail = stored.mail === undefined ? usual.mail : stored.mail ? often : 'never'
  return { app: stored.app ?? usual.app, mail, push: stored.push ?? usual.push }
}

const stored = ({ app, mail, push }: Choice): StoredChoice =>
  mail === 'never' ? { app, mail: false, push } : { app, mail: true, push, pace: mail }

/** More mails in a row that an address refused, and it gets none until its member saves how to be told. */
export const mostRefusals = 3

interface Row {
  readonly refusals: number
  readonly kinds: Partial<Record<string, StoredChoice>>
  readonly from: string | null
  readonly to: string | null
  readonly digestAt: string
  readonly morningAt: string
}

const short = (column: string): string => `to_char(${column}, 'HH24:MI')`

const settingColumns = `kinds, refusals, ${short('quiet_from')} as "from", ${short('quiet_to')} as "to", ${short('digest_at')} as "digestAt",
  ${short('morning_at')} as "morningAt"`

const eight = '08:00'

export async function notificationSettings(
  connection: Connection,
  { schema }: WorkspaceRef,
  member: string,
): Promise<NotificationSettings & { readonly mailRefused: boolean }> {
  const [row] = await connection.query<Row>({
    text: `select ${settingColumns} from ${quoteTable(schema, '_notification_setting')} where member = $1`,
    values: [member],
  })
  const kinds = Object.fromEntries(
    Object.entries(notificationKinds).map(([kind, usual]) => [kind, chosen(usual, row?.kinds[kind])]),
  ) as Choices
  const quiet = row?.from == null || row.to === null ? null : { from: row.from, to: row.to }
  const mailRefused = (row?.refusals ?? 0) >= mostRefusals
  const { digestAt = eight, morningAt = eight } = row ?? {}
  return { kinds, quiet, digestAt, morningAt, mailRefused }
}

const storedKinds = (kinds: Choices) =>
  Object.fromEntries(Object.entries(kinds).map(([kind, choice]) => [kind, stored(choice)]))

/** Saying anew how one wants to be told also tries an address again that had refused mail. */
export async function setNotificationSettings(
  connection: Connection,
  { schema }: WorkspaceRef,
  member: string,
  { kinds, quiet, digestAt, morningAt }: NotificationSettings,
): Promise<void> {
  await connection.query({
    text: `insert into ${quoteTable(schema, '_notification_setting')} (member, kinds, quiet_from, quiet_to, digest_at, morning_at)
      values ($1, $2, $3::time, $4::time, $5::time, $6::time)
      on conflict (member) do update set kinds = excluded.kinds, quiet_from = excluded.quiet_from,
        quiet_to = excluded.quiet_to, digest_at = excluded.digest_at,
        morning_at = excluded.morning_at, refusals = 0`,
    values: [
      member,
      JSON.stringify(storedKinds(kinds)),
      quiet?.from ?? null,
      quiet?.to ?? null,
      digestAt,
      morningAt,
    ],
  })
}

/** No mail of any kind any more, everything else as it is: what the link of a mail does. */
export async function stopMail(
  connection: Connection,
  workspace: WorkspaceRef,
  member: string,
): Promise<void> {
  const settings = await notificationSettings(connection, workspace, member)
  const kinds = Object.fromEntries(
    Object.entries(settings.kinds).map(([kind, choice]) => [kind, { ...choice, mail: 'never' as const }]),
  ) as Choices
  await setNotificationSettings(connection, workspace, member, { ...settings, kinds })
}
