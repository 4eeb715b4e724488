import type { Database } from '../connection/connection.ts'
import { overflowProblem } from '../records/calculation-overflow.ts'
import { recalculateRecords } from '../records/cascade.ts'
import { renewGrams } from '../records/refresh-grams.ts'
import type { Scene } from '../records/scene.ts'
import {
  endWaiting,
  failWaiting,
  noteNext,
  waitingRecords,
  wholeForm,
  type WaitingRecord,
} from './recalculations.ts'

const batch = 200
const notedAtOnce = 2000

interface RecalculationHost {
  /** In the name of whoever made the change. */
  sceneOf(member: string): Promise<Scene>
  isStopping(): boolean
}

/**
 * One transaction: the records are locked, calculated from what is there now, and let go. A record that another change
 * notes meanwhile has another mark then and stays.
 */
const settleBatch = (database: Database, scene: Scene, waiting: readonly WaitingRecord[]): Promise<void> =>
  database.transaction(async (tx) => {
    const [first] = waiting
    const form = first && scene.app.form(first.form)
    if (first !== undefined && form !== undefined) {
      const ids = waiting.map(({ record }) => record)
      await recalculateRecords(tx, scene, form, ids, first.cause)
      await renewGrams(tx, scene.workspace.schema, form, ids)
    }
    await endWaiting(tx, scene.workspace, waiting)
  })

/** Whether it went through; a value that does not fit its field keeps one record, not those beside it. */
async function tried(database: Database, scene: Scene, waiting: readonly WaitingRecord[]): Promise<boolean> {
  try {
    await settleBatch(database, scene, waiting)
    return true
  } catch (error) {
    if (overflowProblem(error, scene) === undefined) throw error
    return false
  }
}

/**
 * Calculates the records that wait, a few at a time and each time in a transaction of its own, until none is left. What
 * is done is not done again, so it goes on where it was stopped or killed.
 */
export async function settleRecalculations(
  database: Database,
  workspace: Scene['workspace'],
  host: RecalculationHost,
): Promise<void> {
  while (!host.isStopping()) {
    const waiting = await waitingRecords(database, workspace, batch)
    const [first] = waiting
    if (first === undefined) return
    const scene = await host.sceneOf(first.member)
    const form = scene.app.form(first.form)
    if (first.record === wholeForm && form !== undefined) {
      const named = { form: first.form, table: form.table }
      await database.transaction((tx) => noteNext(tx, workspace, named, notedAtOnce))
      continue
    }
    if (await tried(database, scene, waiting)) continue
    for (const one of waiting)
      if (!(await tried(database, scene, [one]))) await failWaiting(database, workspace, one)
  }
}
