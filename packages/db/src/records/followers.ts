import type { CompiledForm } from '@pipewright/compiler'
import { localize, partColumn } from '@pipewright/metadata'
import type { Connection } from '../connection/connection.ts'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import { answerOf } from './get-record.ts'
import { refused, type Outcome } from './outcome.ts'
import type { Scene } from './scene.ts'
import { lockRecord, type LockedRecord } from './stored-record.ts'

/** A record that is deleted or taken back, with everything that is known of it under its lock. */
export interface Followed {
  readonly form: CompiledForm
  readonly locked: LockedRecord
}

/** How many records at most go with one. */
export const mostFollowers = 5_000
const mostNamed = 5

interface Blocked {
  readonly form: CompiledForm
  readonly locked: LockedRecord | undefined
}

export const idOf = ({ locked }: Followed): string => locked.stored.system.id

/** Ids of records that refer to some of these by relations whose records go with them, by form. */
async function findFollowers(
  tx: Connection,
  scene: Scene,
  form: string,
  ids: readonly string[],
  deletedAt: string | null,
): Promise<{ readonly form: CompiledForm; readonly ids: readonly string[] }[]> {
  const sites = scene.app.index.relationsTo(form).filter(({ field }) => field.onDelete === 'delete')
  const found: { form: CompiledForm; ids: readonly string[] }[] = []
  for (const site of sites) {
    const owner = scene.app.form(site.form)
    if (owner === undefined || site.lineItems !== undefined) continue
    const table = quoteTable(scene.workspace.schema, owner.table)
    const life = deletedAt === null ? 'deleted_at is null' : 'deleted_at = $3'
    const rows = await tx.query<{ id: string }>(
      prepared({
        text: `select id from ${table} where ${quoteIdent(partColumn(site.field.key))} = any($1) and ${life} order by id limit $2`,
        values: [ids, mostFollowers + 1, ...(deletedAt === null ? [] : [deletedAt])],
      }),
    )
    found.push({ form: owner, ids: rows.map(({ id }) => id) })
  }
  return found
}

const mayDelete = (scene: Scene, form: CompiledForm, locked: LockedRecord | undefined): boolean =>
  locked !== undefined &&
  scene.rights.forms[form.key]?.delete === true &&
  locked.mayDelete &&
  locked.stored.system.locked_by === null

/** Says how many stand in the way, and names those the actor may see. */
async function refusal(tx: Connection, scene: Scene, blocked: readonly Blocked[]): Promise<Outcome<never>> {
  const names: string[] = []
  for (const { form, locked } of blocked) {
    if (locked === undefined || names.length === mostNamed) continue
    const { title } = await answerOf(tx, scene, form.key, locked.stored.system)
    names.push(`${localize(form.form.label, scene.actor.locale)} “${title}”`)
  }
  const count = blocked.length
  if (names.length === 0) return refused('hidden-follower-refused', { params: { count } })
  const records = [...names, ...(count > names.length ? ['…'] : [])].join(', ')
  return refused('follower-refused', { params: { count, records } })
}

/**
 * The record and all that go with it, each locked, level by level: who refers to a locked one waits. With `deletedAt`
 * those that went with it at that moment. Refuses, and names them, when the actor may not delete some of them.
 * Those that are excepted stay.
 */
export async function withFollowers(
  tx: Connection,
  scene: Scene,
  root: Followed,
  deletedAt: string | null,
  except: readonly string[] = [],
): Promise<Outcome<{ readonly all: readonly Followed[] }>> {
  const all = [root]
  const known = new Set([idOf(root), ...except])
  const blocked: Blocked[] = []
  let level: readonly Followed[] = [root]
  while (level.length > 0) {
    const next: Followed[] = []
    for (const [form, records] of Map.groupBy(level, (record) => record.form.key))
      for (const found of await findFollowers(tx, scene, form, records.map(idOf), deletedAt))
        for (const id of found.ids) {
          if (known.has(id)) continue
          known.add(id)
          if (known.size > mostFollowers)
            return refused('too-many-followers', { params: { max: mostFollowers } })
          const locked = await lockRecord(tx, scene, found.form, id, false, 'delete')
          if (locked === undefined || !mayDelete(scene, found.form, locked))
            blocked.push({ form: found.form, locked })
          else if ((locked.stored.system.deleted_at === null) === (deletedAt === null))
            next.push({ form: found.form, locked })
        }
    all.push(...next)
    level = next
  }
  return blocked.length === 0 ? { ok: true, all } : refusal(tx, scene, blocked)
}
