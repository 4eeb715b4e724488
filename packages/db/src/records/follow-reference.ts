import { ownDependent, planLockTargets, planRecalculation, type CompiledForm } from '@pipewright/compiler'
import type { LinkSite, RelationSite } from '@pipewright/metadata'
import type { Connection } from '../connection/connection.ts'
import { calculating } from './calculation-overflow.ts'
import { cascade } from './cascade.ts'
import type { Cause } from './outcome.ts'
import { refreshGrams } from './refresh-grams.ts'
import { readSceneOf, run, type Scene } from './scene.ts'

/** The field whose value names a record: of a relation to any of several forms, the whole of it. */
export const wholeKey = ({ field }: RelationSite): string => field.key.split('.')[0] ?? ''

/** The parameters are when and who. What lies in the recycle bin goes on saying who put it there. */
export const stamp = `version = version + 1, updated_at = case when deleted_at is null then $2 else updated_at end,
  updated_by = case when deleted_at is null then $3 else updated_by end`

/** Brings up to date what leans on a relation that was emptied or put back. */
export async function followReference(
  tx: Connection,
  scene: Scene,
  { form: key, field }: RelationSite | LinkSite,
  path: string,
  ids: readonly string[],
  cause: Cause,
): Promise<void> {
  const form: CompiledForm | undefined = scene.app.form(key)
  if (form === undefined) return
  const dependent = ownDependent(form, [path])
  const reading = readSceneOf(scene)
  await run(tx, planLockTargets(reading, dependent, { ids }, ids.length))
  const plan = planRecalculation(reading, form, dependent, { ids })
  await calculating(form, plan.fields, async () => {
    for (const statement of plan.rows) await run(tx, statement)
    if (plan.record !== undefined) await run(tx, plan.record)
  })
  const fields = new Set([field.key.split('.')[0] ?? '', ...plan.fields])
  const changed = ids.map((each) => ({ form: key, id: each, fields }))
  await refreshGrams(tx, scene.workspace.schema, form, changed)
  await cascade(tx, scene, changed, cause)
}
