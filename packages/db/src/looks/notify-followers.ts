import { mayReadField } from '@pipewright/compiler'
import { systemFields } from '@pipewright/metadata'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import { notify } from '../notifications/notify.ts'
import type { NotificationParams } from '../notifications/notify.ts'
import { sceneOfMember } from '../people/scene-of-member.ts'
import type { Cause } from '../records/outcome.ts'
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
  if (cause.type === 'template') return
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
