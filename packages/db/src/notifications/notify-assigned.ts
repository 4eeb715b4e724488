import type { CompiledForm, RecordValues } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { isQuiet, type Cause } from '../records/outcome.ts'
import type { Scene } from '../records/scene.ts'
import { notify } from './notify.ts'
import { rightsOfMember } from './rights-of-member.ts'

/** A record as it was and is; what was not there is null. */
export interface AssignedRecord {
  readonly id: string
  readonly owner: string | null
  readonly ownerBefore: string | null
  readonly before: RecordValues | null
  readonly after: RecordValues
}

const ownerField = 'owner'

function membersIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
}

/** Whom the change gives the record to, with the fields that say so. */
function newlyNamed(
  form: CompiledForm,
  { owner, ownerBefore, before, after }: AssignedRecord,
): ReadonlyMap<string, readonly string[]> {
  const named = new Map<string, string[]>()
  const add = (member: string, field: string) => named.set(member, [...(named.get(member) ?? []), field])
  if (owner !== null && owner !== ownerBefore) add(owner, ownerField)
  for (const field of form.stored) {
    if (field.type !== 'member' && field.type !== 'members') continue
    const known = new Set(membersIn(before?.[field.key]))
    for (const member of membersIn(after[field.key])) if (!known.has(member)) add(member, field.key)
  }
  return named
}

interface Assignment {
  readonly record: string
  readonly fields: readonly string[]
}

async function tell(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  member: string,
  assignments: readonly Assignment[],
  cause: Cause,
): Promise<void> {
  const rights = (await rightsOfMember(tx, scene, member))?.forms[form.key]
  if (rights?.read !== true) return
  const mayKnow = (field: string) => field === ownerField || rights.fields[field] !== undefined
  const known = assignments.filter(({ fields }) => fields.some(mayKnow))
  const [first] = known
  if (first === undefined) return
  // A stranger's answer comes in the name of its owner, who has not seen it yet.
  const actor = cause.type === 'publicForm' ? null : scene.actor.memberId
  const note = { kind: 'assigned', members: [member], form: form.key, actor } as const
  if (cause.type === 'import' || cause.type === 'bulk' || cause.type === 'handOver') {
    const topic = `${cause.type} ${cause.id ?? ''} ${form.key}`
    const alone = known.length === 1 ? { record: first.record } : {}
    return notify(tx, scene, { ...note, ...alone, topic, count: known.length })
  }
  for (const { record, fields } of known) await notify(tx, scene, { ...note, record, params: { fields } })
}

/** Tells those to whom records were given, as owner or in a field of members. */
export async function notifyAssigned(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  records: readonly AssignedRecord[],
  cause: Cause,
): Promise<void> {
  if (isQuiet(cause)) return
  const of = new Map<string, Assignment[]>()
  for (const record of records)
    for (const [member, fields] of newlyNamed(form, record)) {
      if (member === scene.actor.memberId && cause.type !== 'publicForm') continue
      of.set(member, [...(of.get(member) ?? []), { record: record.id, fields }])
    }
  for (const [member, assignments] of [...of].toSorted(([one], [other]) => (one < other ? -1 : 1)))
    await tell(tx, scene, form, member, assignments, cause)
}
