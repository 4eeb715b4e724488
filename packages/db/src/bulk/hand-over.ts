import { maskScope, planSelection, type CompiledForm, type FieldValue } from '@pipewright/compiler'
import type { Expression } from '@pipewright/schemas'
import type { Connection, Transacting } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { toStatement } from '../connection/statement.ts'
import { announceBulkWork, announceTasks } from '../people/announce.ts'
import { refused, type Cause, type Outcome } from '../records/outcome.ts'
import { readSceneOf, type Scene } from '../records/scene.ts'
import { lockRecord } from '../records/stored-record.ts'
import { changeRecord } from '../records/update-record.ts'
import { writeTransaction } from '../records/write-transaction.ts'
import { fewRecords, type BulkJob, type HandOverAction } from './bulk-job.ts'
import { beginBulkJob, countChosen, type WaitingRecord } from './bulk-store.ts'
import { alone, type Change } from './change-record.ts'
import { chooseOwn, handOverOwn, ownForms, ownThings, type OwnThing } from './hand-over-own.ts'

export interface HandOverRule {
  readonly form?: string
  readonly filter?: Expression
  /** Several take turns. */
  readonly to: readonly string[]
}

export interface HandOver {
  readonly from: string
  readonly rules: readonly HandOverRule[]
  /** Fields that name the member and are to name the receiver, by form. */
  readonly fields: Readonly<Record<string, readonly string[]>>
  /** Who decides what waits for the member. */
  readonly tasks: string | null
  /** What he has for himself, and who takes it over. */
  readonly own?: { readonly to: string; readonly what: readonly OwnThing[] }
  readonly reason: string
}

/** Where approvals stand among the records of a job. */
export const taskForm = '_approval_task'

/** Who leaves loses nothing to a right that the manager of members does not have: it is done by the system. */
const asSystem = (scene: Scene): Scene => ({
  ...scene,
  rights: scene.app.rights({ ...scene.actor, admin: true }),
})

export const naming = ({ fields }: CompiledForm, key: string, member: string): Expression =>
  fields.get(key)?.type === 'members' ? { hasAny: [{ var: key }, [member]] } : { eq: [{ var: key }, member] }

export const ownedBy = (member: string): Expression => ({ eq: [{ var: 'owner' }, member] })

/** Fields of a form that name members and can be given another. */
export const memberFields = (form: CompiledForm): readonly string[] =>
  [...form.fields.values()]
    .filter(({ type }) => type === 'member' || type === 'members')
    .map(({ key }) => key)

const chosenFields = (form: CompiledForm, keys: readonly string[] = []): readonly string[] =>
  memberFields(form).filter((key) => keys.includes(key))

/** Everything of the member in a form that a rule is about. */
function concerned(form: CompiledForm, handOver: HandOver, { filter }: HandOverRule): Expression {
  const fields = chosenFields(form, handOver.fields[form.key])
  const own = [ownedBy(handOver.from), ...fields.map((key) => naming(form, key, handOver.from))]
  const any: Expression = own.length === 1 ? (own[0] ?? false) : { or: own }
  return filter === undefined ? any : { and: [any, filter] }
}

async function chooseByRule(
  tx: Connection,
  scene: Scene,
  job: string,
  form: CompiledForm,
  handOver: HandOver,
  rule: HandOverRule,
): Promise<Outcome<object>> {
  const chosen = planSelection(readSceneOf(scene), form.key, { filter: concerned(form, handOver, rule) })
  if (!chosen.ok) return chosen
  const { text, values } = toStatement(chosen.statement)
  const at = values.length
  const records = quoteTable(scene.workspace.schema, '_bulk_record')
  await tx.query({
    text: `with chosen as (${text}), base as (select coalesce(max(place), 0) as place from ${records} where job = $${at + 1}::uuid),
        left_over as (select id from chosen where not exists
          (select 1 from ${records} r where r.job = $${at + 1}::uuid and r.record = chosen.id)),
        numbered as (select id, row_number() over (order by id) as n from left_over)
      insert into ${records} (job, place, form, record, set)
      select $${at + 1}::uuid, base.place + n, $${at + 2}, id,
        jsonb_build_object('to', ($${at + 3}::uuid[])[1 + (n - 1) % cardinality($${at + 3}::uuid[])])
      from numbered, base`,
    values: [...values, job, form.key, rule.to],
  })
  return { ok: true }
}

async function chooseTasks(tx: Connection, { workspace }: Scene, job: string, { from, tasks }: HandOver) {
  if (tasks === null) return
  const records = quoteTable(workspace.schema, '_bulk_record')
  await tx.query({
    text: `insert into ${records} (job, place, form, record, set)
      select $1::uuid, (select coalesce(max(place), 0) from ${records} where job = $1::uuid) + row_number() over (order by id),
        '${taskForm}', id, jsonb_build_object('to', $3::uuid)
      from ${quoteTable(workspace.schema, '_approval_task')} where state = 'waiting' and approvers @> array[$2::uuid]`,
    values: [job, from, tasks],
  })
}

/** Conditions of rules tell nothing of what their writer may not read. */
function badRule(scene: Scene, { rules }: HandOver): boolean {
  const scope = maskScope(scene.app.index, scene.rights)
  return rules.some(({ form, filter }) =>
    form === undefined
      ? filter !== undefined
      : scene.app.form(form) === undefined || (filter !== undefined && !scope.expression(form, filter)),
  )
}

async function chooseAll(
  tx: Connection,
  scene: Scene,
  job: string,
  handOver: HandOver,
): Promise<Outcome<object>> {
  if (badRule(scene, handOver)) return refused('bad-filter')
  const system = asSystem(scene)
  for (const { key } of scene.app.definition.forms) {
    const form = scene.app.form(key)
    if (form === undefined) continue
    for (const rule of handOver.rules.filter((one) => one.form === undefined || one.form === key)) {
      const chosen = await chooseByRule(tx, system, job, form, handOver, rule)
      if (!chosen.ok) return chosen
    }
  }
  await chooseTasks(tx, scene, job, handOver)
  if (handOver.own !== undefined)
    await chooseOwn(tx, scene.workspace, job, { from: handOver.from, ...handOver.own })
  return { ok: true }
}

async function begin(tx: Connection, scene: Scene, handOver: HandOver) {
  const { from, fields, reason } = handOver
  const action: HandOverAction = { type: 'handOver', from, fields, reason }
  const id = scene.newId()
  const { memberId: member, locale, zone } = scene.actor
  await beginBulkJob(tx, scene.workspace, { id, form: '', action, member, locale, zone, now: scene.now })
  const chosen = await chooseAll(tx, scene, id, handOver)
  if (!chosen.ok) return chosen
  const total = await countChosen(tx, scene.workspace, id)
  return total === 0 ? refused('not-found') : { ok: true as const, id, total }
}

/** What is handed over and is no record. */
export type Thing = 'approvals' | OwnThing

/** What stands under a name among the records of a job; undefined for records. */
export const thingOf = (form: string): Thing | undefined =>
  form === taskForm ? 'approvals' : ownThings.find((thing) => ownForms[thing] === form)

export interface Share {
  /** Null for what is no record. */
  readonly form: string | null
  /** Null for records. */
  readonly thing: Thing | null
  readonly to: string
  readonly count: number
}

/** Who would get how much; nothing is kept of it. */
export async function previewHandOver(
  on: Transacting,
  scene: Scene,
  handOver: HandOver,
): Promise<Outcome<{ readonly shares: readonly Share[] }>> {
  let shares: Share[] = []
  const outcome = await writeTransaction(on, async (tx) => {
    const begun = await begin(tx, scene, handOver)
    if (!begun.ok) return begun
    const rows = await tx.query<Omit<Share, 'form' | 'thing'> & { readonly form: string }>({
      text: `select form, (set ->> 'to')::uuid as to, count(*)::int as count
        from ${quoteTable(scene.workspace.schema, '_bulk_record')} where job = $1 group by 1, 2 order by 1, 2`,
      values: [begun.id],
    })
    shares = rows.map((row) => {
      const thing = thingOf(row.form) ?? null
      return { ...row, form: thing === null ? row.form : null, thing }
    })
    return { ok: false as const, problem: undefined }
  })
  return outcome.ok || outcome.problem === undefined
    ? { ok: true, shares }
    : { ok: false, problem: outcome.problem }
}

/** Begins to hand over; what of is fixed here. */
export async function startHandOver(
  on: Transacting,
  scene: Scene,
  handOver: HandOver,
): Promise<Outcome<{ readonly id: string }>> {
  return writeTransaction(on, async (tx) => {
    const begun = await begin(tx, scene, handOver)
    if (begun.ok && begun.total > fewRecords) await announceBulkWork(tx, scene.workspace)
    return begun
  })
}

/** The task and the run it belongs to say the same. */
async function handOverTask(tx: Connection, { workspace }: Scene, task: string, from: string, to: string) {
  const tasks = quoteTable(workspace.schema, '_approval_task')
  const runs = quoteTable(workspace.schema, '_approval_run')
  await tx.query({
    text: `select r.id from ${runs} r join ${tasks} t on t.run = r.id where t.id = $1 for update of r`,
    values: [task],
  })
  await tx.query({
    text: `with given as (
        update ${tasks} set approvers = array(select distinct unnest(array_replace(approvers, $2::uuid, $3::uuid)))
        where id = $1 and state = 'waiting' and approvers @> array[$2::uuid] returning run, position, approvers
      )
      update ${runs} r set run = jsonb_set(r.run, array['steps', given.position::text, 'approvers'], to_jsonb(given.approvers))
      from given where r.id = given.run`,
    values: [task, from, to],
  })
  await announceTasks(tx, workspace)
}

const replaced = (value: unknown, from: string, to: string): FieldValue | undefined => {
  if (value === from) return to
  if (!Array.isArray(value) || !value.includes(from)) return undefined
  return [...new Set((value as string[]).map((one) => (one === from ? to : one)))]
}

/** Gives one record or approval to its receiver, whatever is left of the member in it by now. */
export async function handOverOne(
  tx: Connection,
  scene: Scene,
  job: BulkJob & { readonly action: HandOverAction },
  row: WaitingRecord,
): Promise<Change> {
  const { form: key, record: id, set } = row
  const done: Change = { ok: true, warnings: [], along: [] }
  const { to = '', from = job.action.from } = set ?? {}
  const own = handOverOwn(tx, scene, row, { from, to, isBack: job.undoes !== null })
  if (own !== undefined) return own
  if (key === taskForm) {
    await handOverTask(tx, scene, id, from, to)
    return done
  }
  const system = asSystem(scene)
  const form = system.app.form(key)
  if (form === undefined) return refused('not-found')
  const locked = await lockRecord(tx, system, form, id, true, 'look')
  if (locked === undefined || locked.stored.system.deleted_at !== null) return refused('not-found')
  const { stored } = locked
  const values = Object.fromEntries(
    chosenFields(form, job.action.fields[key]).flatMap((field) => {
      const next = replaced(stored.values[field], from, to)
      return next === undefined ? [] : [[field, next] as const]
    }),
  )
  const owner = stored.system.owner === from ? { owner: to } : {}
  const { reason } = job.action
  const cause: Cause = { type: 'handOver', id: job.id, ...(reason === '' ? {} : { comment: reason }) }
  return alone(tx, async () => {
    const changed = await changeRecord(tx, system, key, id, { values, ...owner }, cause, { privileged: true })
    return changed.ok ? done : changed
  })
}
