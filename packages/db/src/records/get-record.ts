import {
  planRecord,
  recordAnswer,
  type RecordAnswer,
  type ResultRow,
  type WrittenPlan,
} from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { refused, type RecordOutcome } from './outcome.ts'
import { readSceneOf, run, type Scene } from './scene.ts'

const identity = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const isIdentity = (id: string): boolean => identity.test(id)

/** One record with rows, titles and what the actor may do with it. One that may not be seen does not exist. */
export async function getRecord(
  connection: Connection,
  scene: Scene,
  form: string,
  id: string,
): Promise<RecordOutcome> {
  if (!isIdentity(id)) return refused('not-found')
  const plan = planRecord(readSceneOf(scene), form, id)
  if (!plan.ok) return plan
  const [row] = await run(connection, plan.statement)
  return row === undefined ? refused('not-found') : { ok: true, record: recordAnswer(row, plan.shape) }
}

type Bare = Omit<RecordAnswer, 'title' | 'values' | 'titles'>

const withoutValues = (bare: Bare): RecordAnswer => ({ ...bare, title: '', values: {}, titles: {} })

/** The record after a write; what the writer may not see comes back bare. */
export async function answerOf(
  connection: Connection,
  scene: Scene,
  form: string,
  bare: Bare,
): Promise<RecordAnswer> {
  const found = await getRecord(connection, scene, form, bare.id)
  return found.ok ? found.record : withoutValues(bare)
}

/** The same of the row that the statement of the write itself gave. */
export const writtenAnswer = (row: ResultRow, { shape }: WrittenPlan, bare: Bare): RecordAnswer =>
  row['seen'] === true ? recordAnswer(row, shape) : withoutValues(bare)
