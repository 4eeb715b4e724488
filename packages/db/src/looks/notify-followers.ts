import { mayReadField } from '@pipewright/compiler'
import { systemFields } from '@pipewright/metadata'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import { notify } from '../notifications/notify.ts'
import type { NotificationParams } from '../notifications/notify.ts'
import { sceneOfMember } from '../people/scene-of-member.ts'
import { isQuiet, type Cause } from '../records/outcome.ts'
import type { Scene } from '../records/scene.ts'
import { visibleAmong } from '../records/visible-among.ts'

interface Site {
  readonly form: string
  readonly record: string
  readonly owner: string | null
}

/** Who follows a record: whoever said so, and its owner as his settings have it. Never the actor. */
async function followersOf(
  tx: Connection,
  { workspace, actor }: Scene,
  { record, owner }: Site,
): Promise<string[]> {
  const look = quoteTable(workspace.schema, '_look')
  const settings = quoteTable(workspace.schema, '_notification_setting')
  const rows = await tx.query<{ member: string }>(
    prepared({
      text: `select member from ${look} where record = $1 and follows and member <> $3
        union select $2::uuid where $2::uuid <> $3
          and not exists (select from ${look} where record = $1 and follows is not null and member = $2)
          and coalesce((select follow_own from ${settings} where member = $2), true)
        order by 1`,
      values: [record, owner, actor.memberId],
    }),
  )
  return rows.map(({ member }) => member)
}

/** Scenes of followers while one request or batch goes on: many records have the same few followers. */
const scenes = new WeakMap<object, Map<string, Promise<Scene | undefined>>>()

function sceneOf(tx: Connection, scene: Scene, member: string): Promise<Scene | undefined> {
  const known = scenes.get(scene) ?? new Map<string, Promise<Scene | undefined>>()
  scenes.set(scene, known)
  const found = known.get(member) ?? sceneOfMember(tx, scene, member)
  known.set(member, found)
  return found
}

const isVisible = async (tx: Connection, scene: Scene, { form, record }: Site): Promise<boolean> =>
  (await visibleAmong(tx, scene, new Map([[form, new Set([record])]]))).has(form)

const inBulk = new Set<Cause['type']>(['import', 'bulk', 'handOver'])

/** What a follower is told of: fields that were changed, or that somebody said or noted something. */
export type Followed =
  | { readonly fields: readonly string[] }
  | { readonly said: 'comment' | 'followUp'; readonly field?: string | null }

/** Tells those who follow a record what happened to it, each as far as he may read it. */
export async function notifyFollowers(
  tx: Connection,
  scene: Scene,
  site: Site,
  what: Followed,
  cause: Cause,
  except: readonly string[] = [],
): Promise<void> {
  if (isQuiet(cause)) return
  for (const member of await followersOf(tx, scene, site)) {
    if (except.includes(member)) continue
    const theirs = await sceneOf(tx, scene, member)
    const params = theirs && paramsFor(theirs, site.form, what)
    if (theirs === undefined || params === undefined || !(await isVisible(tx, theirs, site))) continue
    const note = {
      kind: 'followed',
      members: [member],
      form: site.form,
      record: site.record,
      params,
    } as const
    await notify(
      tx,
      scene,
      inBulk.has(cause.type) ? { ...note, topic: `${cause.type} ${cause.id ?? ''} ${site.form}` } : note,
    )
  }
}

/** A record that was changed with others, and in what. */
export interface FollowedChange extends Omit<Site, 'form'> {
  readonly fields: readonly string[]
  /** Whom it was given to is told of that alone. */
  readonly given: string | null
}

/** Who follows which of many records; never the actor. */
async function followersAmong(
  tx: Connection,
  { workspace, actor }: Scene,
  changes: readonly FollowedChange[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const look = quoteTable(workspace.schema, '_look')
  const settings = quoteTable(workspace.schema, '_notification_setting')
  const rows = await tx.query<{ member: string; records: string[] }>(
    prepared({
      text: `select member, array_agg(record) as records from (
          select member, record from ${look} where record = any($1::uuid[]) and follows and member <> $3
          union select x.owner, x.record from unnest($1::uuid[], $2::uuid[]) as x(record, owner)
          left join ${settings} s on s.member = x.owner
          where x.owner <> $3 and coalesce(s.follow_own, true)
            and not exists (select from ${look} l where l.record = x.record and l.follows is not null and l.member = x.owner)
        ) as found group by member order by member`,
      values: [changes.map(({ record }) => record), changes.map(({ owner }) => owner), actor.memberId],
    }),
  )
  return new Map(rows.map(({ member, records }) => [member, new Set(records)]))
}

/** Tells those who follow some of many records, each once however many they are, as far as he may read them. */
export async function notifyFollowersOfMany(
  tx: Connection,
  scene: Scene,
  form: string,
  changes: readonly FollowedChange[],
  cause: Cause,
): Promise<void> {
  if (isQuiet(cause) || changes.length === 0) return
  for (const [member, followed] of await followersAmong(tx, scene, changes)) {
    const theirs = await sceneOf(tx, scene, member)
    if (theirs === undefined) continue
    const own = changes.filter(({ record, given }) => followed.has(record) && given !== member)
    const known = own.filter((change) => paramsFor(theirs, form, change) !== undefined)
    const asked = new Map([[form, new Set(known.map(({ record }) => record))]])
    const seen = new Set((await visibleAmong(tx, theirs, asked)).get(form))
    const visible = known.filter(({ record }) => seen.has(record))
    const [first] = visible
    const fields = [...new Set(visible.flatMap((change) => change.fields))]
    const params = paramsFor(theirs, form, { fields })
    if (first === undefined || params === undefined) continue
    const alone = visible.length === 1 ? { record: first.record } : {}
    const topic = `${cause.type} ${cause.id ?? ''} ${form}`
    const note = { kind: 'followed', members: [member], form, params } as const
    await notify(tx, scene, { ...note, ...alone, topic, count: visible.length })
  }
}

/** Undefined where nothing of it is for him to know. */
function paramsFor({ rights }: Scene, form: string, what: Followed): NotificationParams | undefined {
  const own = rights.forms[form]
  if (own?.read !== true) return undefined
  const mayKnow = (field: string) => systemFields.has(field) || mayReadField(own, field)
  if ('fields' in what) {
    const fields = what.fields.filter(mayKnow)
    return fields.length === 0 ? undefined : { fields }
  }
  if (what.said === 'followUp') return { noted: true }
  const isHidden = own.comments === 'none' || (typeof what.field === 'string' && !mayKnow(what.field))
  return isHidden ? undefined : { commented: true }
}
