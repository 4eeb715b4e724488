import {
  planWritten,
  type Issue,
  type PreparedRecord,
  type RecordAnswer,
  type ResultRow,
  type WriteScene,
  type WrittenPlan,
} from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { notifyAssigned } from '../notifications/notify-assigned.ts'
import { attachFiles } from './attach-files.ts'
import { checkNewRecords } from './check-new-records.ts'
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
import { fillLimitIssue, takeRoom } from './fill-limit.ts'
import { insertRecords } from './insert-records.ts'
import type { CreatedMany, NewRecord } from './new-record.ts'
import { lockAhead } from './lock-ahead.ts'
import { keepLastValues } from './last-values.ts'
import { readSceneOf, type Scene } from './scene.ts'
import { startOf } from './start-of.ts'
import { uniqueProblem } from './unique-problem.ts'
import { writeSceneOf } from './write-scene-of.ts'

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
  const given = records.map(({ system, values }) => ({
    id: system.id,
    owner: system.owner,
    ownerBefore: null,
    before: null,
    after: values,
  }))
  await notifyAssigned(tx, scene, form, given, cause)
  return rows
}

type Stored =
  | {
      readonly ok: true
      readonly records: readonly PreparedRecord[]
      /** The first record as its maker may see it, where the statement that stored it could tell. */
      readonly first: RecordAnswer | undefined
      /** By the place of the record. */
      readonly warnings: readonly (readonly Issue[])[]
    }
  | Extract<CreatedMany, { readonly ok: false }>

/** The first that there is room for are not to blame. */
function beyond(scene: Scene, form: string, count: number, room: number): Extract<Stored, { ok: false }> {
  const problem: RecordProblem = { code: 'rule-refused', errors: [fillLimitIssue(scene, form)] }
  const refusedOnes = Array.from({ length: count - room }, (_, position) => ({
    index: room + position,
    problem,
  }))
  return { ok: false, refused: refusedOnes }
}

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
  const room = privileged ? Infinity : await takeRoom(tx, scene, formKey, cause)
  if (room < inputs.length) return beyond(scene, formKey, inputs.length, Math.max(room, 0))
  const writing = writeSceneOf(scene, form, privileged, trusted)
  const ahead = { ids: [], values: inputs.map(({ values }) => values) }
  const check = () => checkNewRecords(tx, scene, writing, inputs)
  const checked = await lockAhead(tx, scene, formKey, ahead, check)
  if (!checked.ok) return checked
  const written = answered ? planWritten(readSceneOf(scene), form) : undefined
  try {
    const [row] = await storeAll(tx, scene, writing, checked.records, kind, cause, written)
    const { records } = checked
    const system = records[0]?.system
    const seen = written !== undefined && row !== undefined && system !== undefined
    const first = seen ? writtenAnswer(row, written, system) : undefined
    return { ok: true, records, first, warnings: records.map(({ warnings }) => warnings) }
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
  if (!created.ok) return created
  const { records, warnings } = created
  return { ok: true, ids: records.map(({ system }) => system.id), warnings }
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
  const start = await startOf(tx, scene, form, input, cause)
  const begun = start === undefined ? input : { ...input, start }
  const created = await create(tx, scene, form, [begun], cause, options, true)
  if (!created.ok) return refusedOne(created)
  const [made] = created.records
  if (made === undefined) throw new Error('a record that was made is not there')
  const { system } = made
  if (cause.type === 'person') await keepLastValues(tx, scene, form, made.values)
  const record = created.first ?? (await answerOf(tx, scene, form, system))
  return { ok: true, record, warnings: created.warnings[0] ?? [] }
}

function refusedOne(created: Extract<CreatedMany, { ok: false }>): Outcome<never> {
  const problem = created.refused[0]?.problem ?? { code: 'invalid' }
  const { code, ...rest } = problem
  return refused(code, rest)
}
