import { everyViewSetting, makeKey, settingsOf, viewKinds, type DefinitionIndex } from '@pipewright/metadata'
import type { AppDefinition, Form, View } from '@pipewright/schemas'
import { settingFields } from './setting-fields.ts'

/** A list of all records with the first few fields. */
export function newView(definition: AppDefinition, form: Form): View {
  const shown = form.fields.filter(
    ({ type, key }) => type !== 'lineItems' && type !== 'attachment' && key !== form.titleField,
  )
  const label = { en: 'New view', zh: '新视图' }
  return {
    key: makeKey(`${form.key}_view`, new Set(definition.views.map(({ key }) => key))),
    form: form.key,
    label,
    type: 'table',
    columns: [form.titleField, ...shown.slice(0, 4).map(({ key }) => key)],
  }
}

/** Whether the form has what a kind of view cannot do without. */
export const canBe = (index: DefinitionIndex, form: Form, type: View['type']): boolean =>
  viewKinds[type].required.every((setting) => settingFields(index, form, setting).length > 0)

/** The view as another kind: what that has no use for goes, what it cannot do without is chosen. */
export function asType(index: DefinitionIndex, view: View, form: Form, type: View['type']): View {
  const kind = viewKinds[type]
  const { sums, span, ...plain } = view
  const next: View = {
    ...plain,
    type,
    ...(kind.sums === true && sums !== undefined ? { sums } : {}),
    ...(span !== undefined && kind.spans?.includes(span) === true ? { span } : {}),
  }
  const kept = new Set(settingsOf(kind))
  for (const setting of everyViewSetting) if (!kept.has(setting)) delete next[setting]
  for (const setting of kind.required) {
    const first = settingFields(index, form, setting)[0]
    if (first !== undefined) next[setting] ??= first.key
  }
  return next
}
