import { planStoredMany, type CompiledForm, type LockPurpose, type ResultRow } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { isIdentity } from './get-record.ts'
import { readSceneOf, runOnce, type Scene } from './scene.ts'
import type { LockedRecord } from './stored-record.ts'

/** Locks records in the order of their ids and reads them as they are stored; those that the actor may not see are left out. */
export async function lockMany(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  ids: readonly string[],
  purpose: LockPurpose = 'change',
): Promise<ReadonlyMap<string, LockedRecord>> {
  const known = ids.filter(isIdentity)
  const plan = known.length === 0 ? undefined : planStoredMany(readSceneOf(scene), form, known, purpose)
  if (plan === undefined) return new Map()
  const rows = await runOnce<ResultRow>(tx, plan.statement)
  const lines = plan.rows === undefined ? [] : await runOnce<ResultRow>(tx, plan.rows)
  const linesOf = Map.groupBy(lines, (line) => String(line['parent']))
  return new Map(
    rows.map((row) => {
      const stored = plan.record(row, linesOf.get(String(row['id'])) ?? [])
      const mayUpdate = row['may_update'] === true
      return [stored.system.id, { stored, mayUpdate, mayDelete: row['may_delete'] === true }] as const
    }),
  )
}
