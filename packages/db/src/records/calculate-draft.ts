import type {
  CompiledForm,
  CompiledItems,
  CompiledPlace,
  RecordSystem,
  StoredRecord,
} from '@pipewright/compiler'
import { mayReadField } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { refused, type Outcome } from './outcome.ts'
import { draftOne } from './prepare.ts'
import type { Scene } from './scene.ts'
import { lockRecord } from './stored-record.ts'
import { writeSceneOf } from './write-scene-of.ts'

/** Values that only the server can calculate, by field; of line items one object per row, in their order. */
export type CalculatedDraft = Readonly<Record<string, unknown>>

function newSystem({ newId, now, actor }: Scene): RecordSystem {
  const { memberId, departmentId } = actor
  return {
    id: newId(),
    owner: memberId,
    department: departmentId,
    version: 1,
    created_at: now,
    created_by: memberId,
    updated_at: now,
    updated_by: memberId,
    deleted_at: null,
    locked_by: null,
    stage_since: null,
  }
}

/** Formulas and lookups that are calculated while reading, as far as the reader may see them. */
function shownValues(
  scene: Scene,
  form: CompiledForm,
  place: CompiledPlace,
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const rights = scene.rights.forms[form.key]
  const prefix = place.place.lineItems === undefined ? '' : `${place.place.lineItems}.`
  const loose = place.formulas.filter(
    (field) =>
      !place.stored.includes(field) && rights !== undefined && mayReadField(rights, prefix + field.key),
  )
  return Object.fromEntries(loose.map(({ key }) => [key, values[key] ?? null]))
}

function answerFrom(scene: Scene, form: CompiledForm, values: CalculatedDraft): CalculatedDraft {
  const rights = scene.rights.forms[form.key]
  const linked = form.linkedRollups.flatMap(({ key }): [string, unknown][] =>
    rights !== undefined && mayReadField(rights, key) ? [[key, values[key] ?? null]] : [],
  )
  return {
    ...shownValues(scene, form, form, values),
    ...Object.fromEntries(linked),
    ...shownRows(scene, form, form.items, values),
  }
}

/** Rows in which something is shown, with the rows inside them. */
function shownRows(
  scene: Scene,
  form: CompiledForm,
  all: readonly CompiledItems[],
  values: CalculatedDraft,
): CalculatedDraft {
  return Object.fromEntries(
    all.flatMap((items): [string, unknown][] => {
      const list = (values[items.field.key] ?? []) as readonly CalculatedDraft[]
      const shown = list.map((row) => ({
        ...shownValues(scene, form, items, row),
        ...shownRows(scene, form, items.inner, row),
      }))
      return shown.some((row) => Object.keys(row).length > 0) ? [[items.field.key, shown]] : []
    }),
  )
}

async function storedFor(
  connection: Connection,
  scene: Scene,
  form: CompiledForm,
  id: string | undefined,
): Promise<Outcome<{ readonly old: StoredRecord | null }>> {
  const rights = scene.rights.forms[form.key]
  if (id === undefined) return rights?.create === true ? { ok: true, old: null } : refused('not-allowed')
  const found = await lockRecord(connection, scene, form, id, false, 'look')
  if (found === undefined || found.stored.system.deleted_at !== null) return refused('not-found')
  return found.mayUpdate ? { ok: true, old: found.stored } : refused('not-allowed')
}

/**
 * What a record that is being typed would show in fields that look through other forms. Nothing is stored and nothing
 * is judged, but nobody learns here what saving the same values would not tell.
 */
export async function calculateDraft(
  connection: Connection,
  scene: Scene,
  formKey: string,
  { id, values }: { readonly id?: string | undefined; readonly values: unknown },
): Promise<Outcome<{ readonly values: CalculatedDraft }>> {
  const form = scene.app.form(formKey)
  if (form === undefined || scene.rights.forms[formKey]?.read !== true) return refused('not-found')
  const stored = await storedFor(connection, scene, form, id)
  if (!stored.ok) return stored
  const { old } = stored
  const system = old?.system ?? newSystem(scene)
  const request = { values, system, old, predicate: true }
  const drafted = await draftOne(connection, scene, writeSceneOf(scene, form, false), request)
  return { ok: true, values: drafted.kind === 'ready' ? answerFrom(scene, form, drafted.values) : {} }
}
