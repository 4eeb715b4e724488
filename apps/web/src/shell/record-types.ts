import type { App, Values } from '@pipewright/contract'
import { indexDefinition, localize } from '@pipewright/metadata'
import type { Form, Option } from '@pipewright/schemas'
import type { UiLocale } from '@pipewright/ui'

/** Options of the field that says of which type a record is, where somebody may choose one. */
export function recordTypes(app: App, form: Form): Option[] {
  const field = form.fields.find(({ key }) => key === form.typeField)
  if (field === undefined || app.rights[form.key]?.fields[field.key] !== 'write') return []
  return indexDefinition(app.definition)
    .options(field)
    .filter(({ inactive }) => inactive !== true)
}

/** What the page of a new record is told by its address. */
export interface NewRecordStart {
  readonly values?: Values
  /** Key of a set of values. */
  readonly preset?: string
  /** The record it is made from. */
  readonly from?: { readonly form: string; readonly id: string }
}

/** The page of a new record within a workspace. */
export function newRecordPlace(form: string, { values, preset, from }: NewRecordStart = {}): string {
  const search = [
    ...(values === undefined ? [] : [`values=${encodeURIComponent(JSON.stringify(values))}`]),
    ...(preset === undefined ? [] : [`preset=${preset}`]),
    ...(from === undefined ? [] : [`from=${from.form}:${from.id}`]),
  ]
  return `/f/${form}/new${search.length === 0 ? '' : `?${search.join('&')}`}`
}

/** Ways to begin a record besides an empty one: its types, then the sets of values its builder offers. */
export function startsOf(app: App, form: Form, locale: UiLocale): { place: string; label: string }[] {
  const { key, typeField = '', start } = form
  return [
    ...recordTypes(app, form).map((type) => ({
      place: newRecordPlace(key, { values: { [typeField]: type.key } }),
      label: localize(type.label, locale),
    })),
    ...(start?.presets ?? []).map((preset) => ({
      place: newRecordPlace(key, { preset: preset.key }),
      label: localize(preset.label, locale),
    })),
  ]
}
