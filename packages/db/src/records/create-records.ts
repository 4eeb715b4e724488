import type {
  CompiledForm,
  PreparedRecord,
  RecordSystem,
  Row,
  WriteRequest,
  WriteScene,
} from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { prepared as preparedStatement } from '../connection/statement.ts'
import { drawNumbers } from '../counters/draw-numbers.ts'
import { changesOf, eventOf, insertEventsSql } from '../ledger/record-event.ts'
import { attachFiles } from './attach-files.ts'
import { cascade } from './cascade.ts'
import { answerOf } from './get-record.ts'
import {
  refused,
  type Cause,
  type Outcome,
  type RecordOutcome,
  type RecordProblem,
  type WriteOptions,
} from './outcome.ts'
import { loadRelated, prepareAll, relatedRows } from './prepare.ts'
import { insertSql, textFor } from './record-tables.ts'
import { contextOf, type Scene } from './scene.ts'
import { uniqueProblem } from './unique-problem.ts'

export interface NewRecord {
  /** As sent: checked here. */
  readonly values: unknown
  /** Another member than the actor; needs the right to make records of that member. */
  readonly owner?: string
  /** A given id, so that records may refer to one another before they are made. */
  readonly id?: string
  /** When and by whom it came to be, where that was not now: sample data that looks back. */
  readonly made?: { readonly at: string; readonly by: string }
}

/** Per record why it was refused, by its place among the inputs. */
export type CreatedMany =
  | { readonly ok: true; readonly ids: readonly string[] }
  | {
      readonly ok: false
      readonly refused: readonly { readonly index: number; readonly problem: RecordProblem }[]
    }

export function writeSceneOf(
  scene: Scene,
  form: CompiledForm,
  privileged: boolean,
  trusted?: ReadonlySet<string>,
): WriteScene {
  const rights = privileged ? null : (scene.rights.forms[form.key] ?? null)
  return {
    app: scene.app,
    form,
    rights,
    locale: scene.actor.locale,
    context: contextOf(scene),
    related: relatedRows(),
    ...(trusted === undefined ? {} : { trusted }),
  }
}

async function systemsOf(
  tx: Connection,
  scene: Scene,
  writing: WriteScene,
  inputs: readonly NewRecord[],
): Promise<(RecordSystem | undefined)[]> {
  const { memberId, departmentId } = scene.actor
  const others = [
    ...new Set(inputs.flatMap(({ owner }) => (owner === undefined || owner === memberId ? [] : [owner]))),
  ]
  if (others.length > 0) await loadRelated(tx, scene, writing.related, '_member', others)
  return inputs.map(({ owner = memberId, id = scene.newId(), made = { at: scene.now, by: memberId } }) => {
    const member = owner === memberId ? undefined : writing.related.get('_member', owner)
    if (owner !== memberId && member?.readable !== true) return undefined
    const department =
      member === undefined || member === null
        ? departmentId
        : ((member.values['department'] ?? null) as string | null)
    const { at, by } = made
    return {
      id,
      owner,
      department,
      version: 1,
      created_at: at,
      created_by: by,
      updated_at: at,
      updated_by: by,
      deleted_at: null,
      locked_by: null,
    }
  })
}

function problemOf(prepared: Awaited<ReturnType<typeof prepareAll>>[number]): RecordProblem | undefined {
  if (prepared.kind === 'invalid') return { code: prepared.code, errors: prepared.errors }
  return prepared.kind === 'outside' ? { code: 'not-allowed' } : undefined
}

/** Numbers are drawn last, when nothing can refuse the records any more, and formulas then see them. */
async function withNumbers(
  tx: Connection,
  scene: Scene,
  writing: WriteScene,
  requests: readonly WriteRequest[],
): Promise<WriteRequest[]> {
  const drawn = requests.map((): Record<string, string> => ({}))
  for (const field of writing.form.autoNumbers) {
    const numbers = await drawNumbers(tx, scene, writing.form.key, field, requests.length)
    for (const [position, number] of numbers.entries())
      Object.assign(drawn[position] ?? {}, { [field.key]: number })
  }
  return requests.map((request, position) => ({ ...request, numbers: drawn[position] ?? {} }))
}

/** New rows get their ids; every row its place. */
export function rowsToStore(scene: Scene, parent: string, rows: readonly Row[]): Row[] {
  return rows.map((row, position) => ({ ...row, id: row['id'] ?? scene.newId(), parent, position }))
}

async function insertAll(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  records: readonly PreparedRecord[],
  kind: string,
  cause: Cause,
): Promise<void> {
  const { schema } = scene.workspace
  const text = textFor(form, 'insert', () =>
    [
      `with r as (${insertSql(schema, form, '$1')})`,
      ...form.items.map(
        (items, position) => `, i${position} as (${insertSql(schema, items, `$${position + 3}`)})`,
      ),
      `, e as (${insertEventsSql(schema, '$2')}) select 1`,
    ].join(''),
  )
  const lists = form.items.map((items) =>
    records.flatMap(({ system, values }) =>
      rowsToStore(scene, system.id, (values[items.field.key] ?? []) as readonly Row[]),
    ),
  )
  const rows = records.map(({ system, values, grams }) => ({ ...values, ...system, _grams: grams }))
  const events = records.map(({ system, values, changed }) => ({
    ...eventOf(scene, form.key, system.id, kind, cause, changesOf(changed, null, values)),
    at: system.created_at,
    member: system.created_by,
  }))
  await tx.query(
    preparedStatement({
      text,
      values: [JSON.stringify(rows), JSON.stringify(events), ...lists.map((list) => JSON.stringify(list))],
    }),
  )
}

type Checked =
  | { readonly ok: true; readonly records: readonly PreparedRecord[] }
  | Extract<CreatedMany, { readonly ok: false }>

const noSuchOwner: RecordProblem = {
  code: 'invalid',
  errors: [{ pointer: '/owner', code: 'no-such-member' }],
}

function refusals(problems: readonly (RecordProblem | undefined)[]): Checked | undefined {
  const found = problems.flatMap((problem, index) => (problem === undefined ? [] : [{ index, problem }]))
  return found.length === 0 ? undefined : { ok: false, refused: found }
}

/** Checks all records and draws their numbers. */
async function checkAll(
  tx: Connection,
  scene: Scene,
  writing: WriteScene,
  inputs: readonly NewRecord[],
): Promise<Checked> {
  const systems = await systemsOf(tx, scene, writing, inputs)
  const ownerless = refusals(systems.map((system) => (system === undefined ? noSuchOwner : undefined)))
  if (ownerless !== undefined) return ownerless
  const { form, rights } = writing
  const predicate = rights === null ? true : rights.predicates.create
  const requests = inputs.flatMap(({ values }, index) => {
    const system = systems[index]
    return system === undefined ? [] : [{ values, system, old: null, predicate }]
  })
  const checked = await prepareAll(tx, scene, writing, requests)
  const refused = refusals(checked.map(problemOf))
  if (refused !== undefined) return refused
  const numbered = form.autoNumbers.length > 0
  const final = numbered
    ? await prepareAll(tx, scene, writing, await withNumbers(tx, scene, writing, requests))
    : checked
  return { ok: true, records: final.flatMap((each) => (each.kind === 'ready' ? [each.record] : [])) }
}

async function storeAll(
  tx: Connection,
  scene: Scene,
  { form }: WriteScene,
  records: readonly PreparedRecord[],
  kind: string,
  cause: Cause,
): Promise<void> {
  await insertAll(tx, scene, form, records, kind, cause)
  await attachFiles(tx, scene, form, records)
  const changed = records.map(({ system, values, changed: fields }) => ({
    form: form.key,
    id: system.id,
    fields: new Set(fields),
    life: true,
    isNew: true,
    before: null,
    after: values,
  }))
  await cascade(tx, scene, changed, cause)
}

/**
 * Makes records, all or none: one statement stores them with their rows and ledger lines, however many they are. When
 * it refuses, the transaction must be undone.
 */
export async function createRecords(
  tx: Connection,
  scene: Scene,
  formKey: string,
  inputs: readonly NewRecord[],
  cause: Cause,
  { privileged = false, kind = 'create', trusted }: WriteOptions = {},
): Promise<CreatedMany> {
  const all = (problem: RecordProblem): CreatedMany => ({
    ok: false,
    refused: inputs.map((_, index) => ({ index, problem })),
  })
  const form = scene.app.form(formKey)
  const rights = scene.rights.forms[formKey]
  if (form === undefined || (rights === undefined && !privileged)) return all({ code: 'not-found' })
  if (!privileged && rights?.create !== true) return all({ code: 'not-allowed' })
  const writing = writeSceneOf(scene, form, privileged, trusted)
  const checked = await checkAll(tx, scene, writing, inputs)
  if (!checked.ok) return checked
  try {
    await storeAll(tx, scene, writing, checked.records, kind, cause)
  } catch (error) {
    const duplicate = uniqueProblem(error, form, writing.rights, scene.actor.locale)
    if (duplicate === undefined) throw error
    return all(duplicate.problem)
  }
  return { ok: true, ids: checked.records.map(({ system }) => system.id) }
}

/** Makes one record and answers it as its maker may see it. When it refuses, the transaction must be undone. */
export async function createRecord(
  tx: Connection,
  scene: Scene,
  form: string,
  input: NewRecord,
  cause: Cause,
  options: WriteOptions = {},
): Promise<RecordOutcome> {
  const created = await createRecords(tx, scene, form, [input], cause, options)
  if (!created.ok) return refusedOne(created)
  const { memberId, departmentId } = scene.actor
  const at = scene.now
  const record = await answerOf(tx, scene, form, {
    id: created.ids[0] ?? '',
    version: 1,
    owner: input.owner ?? memberId,
    department: departmentId,
    created_at: at,
    created_by: memberId,
    updated_at: at,
    updated_by: memberId,
    deleted_at: null,
    locked_by: null,
  })
  return { ok: true, record }
}

function refusedOne(created: Extract<CreatedMany, { ok: false }>): Outcome<never> {
  const problem = created.refused[0]?.problem ?? { code: 'invalid' }
  const { code, ...rest } = problem
  return refused(code, rest)
}
