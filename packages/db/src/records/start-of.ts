import { mayReadField, type Start } from '@pipewright/compiler'
import { takenFrom } from '@pipewright/metadata'
import type { Connection } from '../connection/connection.ts'
import { readLastValues } from './last-values.ts'
import type { NewRecord } from './new-record.ts'
import type { Cause } from './outcome.ts'
import type { Scene } from './scene.ts'

/** What may be taken over from the record that a new one came from: only what the actor may read there. */
function originOf({ app, rights }: Scene, formKey: string, { from }: NewRecord): Pick<Start, 'from'> {
  const form = app.form(formKey)?.form
  const readable = from === undefined ? undefined : rights.forms[from.form]
  if (from === undefined || form === undefined || readable?.read !== true) return {}
  const fields = takenFrom(form, from.form).filter(
    ({ from: source }) => source === 'id' || mayReadField(readable, source),
  )
  return fields.length === 0 ? {} : { from: { ...from, fields } }
}

/** What a new record starts with besides its defaults; what was entered last only counts where a person enters it. */
export async function startOf(
  tx: Connection,
  scene: Scene,
  form: string,
  input: NewRecord,
  cause: Cause,
): Promise<Start | undefined> {
  const origin = originOf(scene, form, input)
  const repeats = cause.type === 'person' && (scene.app.form(form)?.form.start?.last ?? []).length > 0
  const last = repeats ? { last: (await readLastValues(tx, scene, form)).values } : {}
  const start = { ...origin, ...last }
  return Object.keys(start).length === 0 ? undefined : start
}
