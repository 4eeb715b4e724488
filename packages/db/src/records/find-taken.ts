import { mayReadField, planTitles } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import type { Outcome } from './outcome.ts'
import { readSceneOf, runOnce, type Scene } from './scene.ts'
import { uniqueKeysOf } from './unique-keys.ts'

/** Something that a record would have and another has already. */
export interface Taken {
  readonly fields: readonly string[]
  /** The other record, when the actor may see it. */
  readonly record: { readonly id: string; readonly title: string } | null
}

/** What of these values must not occur twice and does; only of fields that the actor may read. */
export async function findTaken(
  connection: Connection,
  scene: Scene,
  formKey: string,
  values: Readonly<Record<string, unknown>>,
  except?: string,
): Promise<Outcome<{ readonly taken: readonly Taken[] }>> {
  const form = scene.app.form(formKey)
  const rights = scene.rights.forms[formKey]
  if (form === undefined || rights === undefined) return { ok: false, problem: { code: 'not-found' } }
  const taken: Taken[] = []
  for (const unique of uniqueKeysOf(scene, form)) {
    const fields = unique.site.fields.map(({ key }) => key)
    const keys = unique.keysOf(values)
    if (keys === undefined || !fields.every((key) => mayReadField(rights, key))) continue
    const statement = unique.stored(scene.workspace.schema, [keys], except)
    const [found] = await connection.query<{ id: string }>(statement)
    if (found === undefined) continue
    const plan = planTitles(readSceneOf(scene), new Map([[formKey, new Set([found.id])]]))
    const [seen] =
      plan === undefined ? [] : await runOnce<{ id: string; title: string | null }>(connection, plan)
    taken.push({ fields, record: seen === undefined ? null : { id: seen.id, title: seen.title ?? '' } })
  }
  return { ok: true, taken }
}
