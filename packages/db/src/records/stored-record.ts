import {
  planStored,
  type CompiledForm,
  type LockPurpose,
  type ResultRow,
  type StoredRecord,
} from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { changedSince } from '../ledger/changed-since.ts'
import { isIdentity } from './get-record.ts'
import { refused, type RecordProblem } from './outcome.ts'
import { readSceneOf, run, type Scene } from './scene.ts'

export interface LockedRecord {
  readonly stored: StoredRecord
  readonly mayUpdate: boolean
  readonly mayDelete: boolean
}

/** Locks a record and reads it as it is stored; undefined when the actor may not see it. */
export async function lockRecord(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  id: string,
  privileged: boolean,
  purpose: LockPurpose = 'change',
): Promise<LockedRecord | undefined> {
  if (!isIdentity(id)) return undefined
  const plan = planStored(readSceneOf(scene), form, id, privileged, purpose)
  if (plan === undefined) return undefined
  const [row] = await run<ResultRow>(tx, plan.statement)
  if (row === undefined) return undefined
  const rows = plan.rows === undefined ? [] : await run<ResultRow>(tx, plan.rows)
  return {
    stored: plan.record(row, rows),
    mayUpdate: row['may_update'] === true,
    mayDelete: row['may_delete'] === true,
  }
}

/** The version is what the client saw; anything but a whole number is its mistake. */
export function versionProblem(version: unknown): RecordProblem | undefined {
  if (version === undefined || version === null) return { code: 'version-missing' }
  return Number.isSafeInteger(version) ? undefined : { code: 'bad-version' }
}

/** Says what changed since the version that the client saw, as far as the actor may read it. */
export async function staleProblem(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  { system }: StoredRecord,
  seen: number,
): Promise<{ ok: false; problem: RecordProblem }> {
  const changed = await changedSince(tx, scene, form, system.id, system.version - seen)
  return refused('stale-version', { version: system.version, changed })
}
