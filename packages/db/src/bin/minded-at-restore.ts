import { mayReadField, planTitles, type Issue } from '@pipewright/compiler'
import { localize } from '@pipewright/metadata'
import type { Connection } from '../connection/connection.ts'
import type { Followed } from '../records/followers.ts'
import { readSceneOf, run, type Scene } from '../records/scene.ts'
import { goneAmong } from './gone.ts'
import type { NotBack } from './put-back.ts'

/** So many are named one by one. */
const mostNamed = 20

const codes = {
  changed: 'relation-not-back',
  duplicate: 'relation-not-back-twice',
  circle: 'relation-not-back-circle',
} as const

/** What a field is called, of line items with theirs; undefined for one that may not be read. */
function labelOf(scene: Scene, form: string, path: string): string | undefined {
  const rights = scene.rights.forms[form]
  if (rights === undefined || !mayReadField(rights, path)) return undefined
  const parts = path.split('.').map((_, end, all) => all.slice(0, end + 1))
  const labels = parts.map((all) => {
    const place = { form, ...(all.length === 1 ? {} : { lineItems: all.slice(0, -1).join('.') }) }
    const field = scene.app.index.fieldsOf(form, place.lineItems).find(({ key }) => key === all.at(-1))
    return field && localize(field.label, scene.actor.locale)
  })
  return labels.every((label) => label !== undefined) ? labels.join(' › ') : undefined
}

/** Relations of records that the actor may read, and that do not lead to what was taken back. */
export async function mindedRelations(
  tx: Connection,
  scene: Scene,
  left: readonly NotBack[],
): Promise<Issue[]> {
  const wanted = new Map<string, Set<string>>()
  for (const { form, record } of left) wanted.set(form, (wanted.get(form) ?? new Set<string>()).add(record))
  const statement = wanted.size === 0 ? undefined : planTitles(readSceneOf(scene), wanted)
  if (statement === undefined) return []
  const found = await run<{ id: string; title: string | null }>(tx, statement)
  const titles = new Map(found.map(({ id, title }) => [id, title ?? '']))
  const seen = left.flatMap(({ form, record, field: path, reason }): Issue[] => {
    const [title, field] = [titles.get(record), labelOf(scene, form, path)]
    if (title === undefined || field === undefined) return []
    return [{ pointer: '', code: codes[reason], params: { record: title, field } }]
  })
  const more = seen.length - mostNamed
  const rest: Issue[] = more > 0 ? [{ pointer: '', code: 'relations-not-back', params: { count: more } }] : []
  return [...seen.slice(0, mostNamed), ...rest]
}

const idsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.filter((one): one is string => typeof one === 'string')
  return typeof value === 'object' && value !== null && 'id' in value ? [String(value.id)] : []
}

/** Own relations of what was taken back that lead into the recycle bin. */
export async function mindedTargets(
  tx: Connection,
  scene: Scene,
  records: readonly Followed[],
): Promise<Issue[]> {
  const own = records.flatMap(({ form, locked: { stored } }) =>
    [...form.fields.values()].flatMap(({ key, type }) => {
      if (type !== 'relation' && type !== 'anyRelation' && type !== 'relations') return []
      const ids = idsIn(stored.values[key])
      const field = ids.length === 0 ? undefined : labelOf(scene, form.key, key)
      return field === undefined ? [] : [{ field, ids }]
    }),
  )
  const gone = await goneAmong(
    tx,
    scene,
    own.flatMap(({ ids }) => ids),
  )
  const fields = own.flatMap(({ field, ids }) => (ids.some((id) => gone.has(id)) ? [field] : []))
  return [...new Set(fields)].map((field) => ({ pointer: '', code: 'relation-in-bin', params: { field } }))
}
