import { conditionHolds, conversionData, type CompiledForm, type WriteScene } from '@pipewright/compiler'
import type { Conversion } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { writeSceneOf } from './write-scene-of.ts'
import { refused, type Outcome } from './outcome.ts'
import { loadNeeds } from './prepare.ts'
import type { Scene } from './scene.ts'
import { lockRecord, type LockedRecord } from './stored-record.ts'

export interface ConversionSource {
  readonly form: CompiledForm
  readonly conversion: Conversion
  readonly locked: LockedRecord
  readonly writing: WriteScene
  /** What the expressions of the conversion read; `$created` fills up on the way. */
  readonly data: Record<string, unknown>
}

/** Finds and reads what is converted. A conversion that may not be used is not there. */
export async function conversionSource(
  tx: Connection,
  scene: Scene,
  formKey: string,
  id: string,
  conversionKey: string,
): Promise<Outcome<{ readonly source: ConversionSource }>> {
  const form = scene.app.form(formKey)
  const conversion = form?.form.conversions?.find((each) => each.key === conversionKey)
  if (form === undefined || conversion === undefined || scene.rights.forms[formKey]?.read !== true)
    return refused('not-found')
  const locked = await lockRecord(tx, scene, form, id, false)
  if (locked === undefined || locked.stored.system.deleted_at !== null) return refused('not-found')
  const writing = writeSceneOf(scene, form, true)
  let data = conversionData(writing, locked.stored)
  for (let needs = writing.related.takeNeeds(); needs.size > 0; needs = writing.related.takeNeeds()) {
    await loadNeeds(tx, scene, writing.related, needs, { privileged: true })
    data = conversionData(writing, locked.stored)
  }
  if (!conditionHolds(writing, conversion.when, data)) return refused('condition-not-met')
  const may = conversion.creates.every((step) => scene.rights.forms[step.form]?.create === true)
  if (!may) return refused('not-allowed')
  return { ok: true, source: { form, conversion, locked, writing, data } }
}
