import {
  planWritten,
  type CompiledForm,
  type Issue,
  type PreparedRecord,
  type RecordAnswer,
  type RecordSystem,
  type ResultRow,
  type WriteRequest,
  type WriteScene,
  type WrittenPlan,
} from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { drawNumbers } from '../counters/draw-numbers.ts'
import { attachFiles } from './attach-files.ts'
import { overflowProblem } from './calculation-overflow.ts'
import { cascade } from './cascade.ts'
import { answerOf, writtenAnswer } from './get-record.ts'
import {
  refused,
  type Cause,
  type Outcome,
  type RecordOutcome,
  type RecordProblem,
  type WriteOptions,
} from './outcome.ts'
import { loadRelated, prepareAll, relatedRows } from './prepare.ts'
import { insertRecords } from './insert-records.ts'
import { contextOf, readSceneOf, type Scene } from './scene.ts'
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
    writer: { roles: scene.actor.roles, device: scene.device ?? null },
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
      stage_since: null,
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
  checked: Awaited<ReturnType<typeof prepareAll>>,
): Promise<WriteRequest[]> {
  const values = checked.map((each) => (each.kind === 'ready' ? each.record.values : {}))
  const drawn = requests.map((): Record<string, string> => ({}))
  for (const field of writing.form.autoNumbers) {
    const numbers = await drawNumbers(tx, scene, writing.form.key, field, values)
    for (const [position, number] of numbers.entries())
      Object.assign(drawn[position] ?? {}, { [field.key]: number })
  }
  return requests.map((request, position) => ({ ...request, numbers: drawn[position] ?? {} }))
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
    ? await prepareAll(tx, scene, writing, await withNumbers(tx, scene, writing, requests, checked))
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
  written: WrittenPlan | undefined,
): Promise<readonly ResultRow[]> {
  const rows = await insertRecords(tx, scene, form, records, { kind, cause, written })
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
  return rows
}

type Stored =
  | {
      readonly ok: true
      readonly systems: readonly RecordSystem[]
      /** The first record as its maker may see it, where the statement that stored it could tell. */
      readonly first: RecordAnswer | undefined
      readonly warnings: readonly Issue[]
    }
  | Extract<CreatedMany, { readonly ok: false }>

async function create(
  tx: Connection,
  scene: Scene,
  formKey: string,
  inputs: readonly NewRecord[],
  cause: Cause,
  { privileged = false, kind = 'create', trusted }: WriteOptions,
  answered: boolean,
): Promise<Stored> {
  const all = (problem: RecordProblem) => ({
    ok: false as const,
    refused: inputs.map((_, index) => ({ index, problem })),
  })
  const form = scene.app.form(formKey)
  const rights = scene.rights.forms[formKey]
  if (form === undefined || (rights === undefined && !privileged)) return all({ code: 'not-found' })
  if (!privileged && rights?.create !== true) return all({ code: 'not-allowed' })
  const writing = writeSceneOf(scene, form, privileged, trusted)
  const checked = await checkAll(tx, scene, writing, inputs)
  if (!checked.ok) return checked
  const written = answered ? planWritten(readSceneOf(scene), form) : undefined
  try {
    const [row] = await storeAll(tx, scene, writing, checked.records, kind, cause, written)
    const systems = checked.records.map(({ system }) => system)
    const [system] = systems
    const seen = written !== undefined && row !== undefined && system !== undefined
    const first = seen ? writtenAnswer(row, written, system) : undefined
    return { ok: true, systems, first, warnings: checked.records.flatMap(({ warnings }) => warnings) }
  } catch (error) {
    const known =
      uniqueProblem(error, form, writing.rights, scene.actor.locale) ?? overflowProblem(error, scene)
    if (known === undefined) throw error
    return all(known.problem)
  }
}

/**
 * Makes records, all or none: one statement stores them with their rows and ledger lines, however many they are. When
 * it refuses, the transaction must be undone.
 */
export async function createRecords(
  tx: Connection,
  scene: Scene,
  form: string,
  inputs: readonly NewRecord[],
  cause: Cause,
  options: WriteOptions = {},
): Promise<CreatedMany> {
  const created = await create(tx, scene, form, inputs, cause, options, false)
  return created.ok ? { ok: true, ids: created.systems.map(({ id }) => id) } : created
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
  const created = await create(tx, scene, form, [input], cause, options, true)
  if (!created.ok) return refusedOne(created)
  const [system] = created.systems
  if (system === undefined) throw new Error('a record that was made is not there')
  const record = created.first ?? (await answerOf(tx, scene, form, system))
  return { ok: true, record, warnings: created.warnings }
}

function refusedOne(created: Extract<CreatedMany, { ok: false }>): Outcome<never> {
  const problem = created.refused[0]?.problem ?? { code: 'invalid' }
  const { code, ...rest } = problem
  return refused(code, rest)
}
