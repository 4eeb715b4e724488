import { buttonsOf, elementName } from '@pipewright/metadata'
import type { AppDefinition, Field, Form, LocalizedText } from '@pipewright/schemas'
import type { Area } from '../environment/selection.ts'
import type { TextKey } from '../texts/use-texts.ts'

/** Where a setting of a form is made: a part of the designer, or a field of this or another form. */
export type SettingPlace =
  | { readonly area: Area; readonly detail?: string }
  | { readonly form: string; readonly field: string }

export interface SettingTarget {
  readonly key: string
  readonly label: LocalizedText
  /** The form it belongs to, where that is another one. */
  readonly of?: LocalizedText
  /** What is chosen there. */
  readonly chosen?: TextKey
  readonly place: SettingPlace
}

/** A part of what a form does that has a page of its own. */
export interface SettingLink {
  readonly key:
    | 'layouts'
    | 'numbering'
    | 'deleting'
    | 'buttons'
    | Exclude<Area, 'fields' | 'settings' | 'reports' | 'dashboards' | 'navigation'>
  /** The page as a whole. */
  readonly area: Area
  readonly targets: readonly SettingTarget[]
}

interface Named {
  readonly key: string
  readonly label: LocalizedText
}

const inArea = (area: Area, all: readonly Named[] = []): SettingTarget[] =>
  all.map(({ key, label }) => ({ key, label, place: { area, detail: key } }))

const fieldPlace = (form: string, { key, label }: Named): SettingTarget => ({
  key: `${form}.${key}`,
  label,
  place: { form, field: key },
})

const pointsTo = (field: Field, form: string): boolean =>
  field.type === 'relation' || field.type === 'relations'
    ? field.form === form
    : field.type === 'anyRelation' && field.targets.some((target) => target.form === form)

/** Relations to the form, each with what it does when one of its records goes. */
const deletions = ({ forms }: AppDefinition, { key }: Form): SettingTarget[] =>
  forms.flatMap((form) =>
    form.fields
      .filter((field) => pointsTo(field, key))
      .map((field) => {
        const behaviour = 'onDelete' in field ? field.onDelete : undefined
        return {
          ...fieldPlace(form.key, field),
          ...(form.key === key ? {} : { of: form.label }),
          ...(behaviour === undefined ? {} : { chosen: `inspector.onDelete_${behaviour}` as const }),
        }
      }),
  )

/** What belongs to a form and is set on other pages, with what is there now. */
export function settingLinks(definition: AppDefinition, form: Form): readonly SettingLink[] {
  const { key, fields, rules, stageField, publicForms, layouts } = form
  const ofForm = <T extends { readonly form: string }>(all: readonly T[]) =>
    all.filter((one) => one.form === key)
  const roles = definition.roles.filter((role) => role.forms.some((right) => right.form === key))
  return [
    {
      key: 'layouts',
      area: 'fields',
      targets: (layouts ?? []).map((one) => ({
        key: one.key,
        label: one.label,
        place: { area: 'fields', detail: one.key },
      })),
    },
    {
      key: 'numbering',
      area: 'fields',
      targets: fields.filter(({ type }) => type === 'autoNumber').map((field) => fieldPlace(key, field)),
    },
    { key: 'deleting', area: 'fields', targets: deletions(definition, form) },
    {
      key: 'buttons',
      area: 'fields',
      targets: buttonsOf(form).map((button) =>
        fieldPlace(key, { key: button.key, label: elementName(button) }),
      ),
    },
    { key: 'rules', area: 'rules', targets: inArea('rules', rules) },
    {
      key: 'stages',
      area: 'stages',
      targets: fields
        .filter((field) => field.key === stageField)
        .map(({ label }) => ({ key: 'stages', label, place: { area: 'stages' } })),
    },
    { key: 'views', area: 'views', targets: inArea('views', ofForm(definition.views)) },
    { key: 'workflows', area: 'workflows', targets: inArea('workflows', ofForm(definition.workflows)) },
    { key: 'conversions', area: 'conversions', targets: inArea('conversions', form.conversions) },
    { key: 'publicForms', area: 'publicForms', targets: inArea('publicForms', publicForms) },
    { key: 'roles', area: 'roles', targets: inArea('roles', roles) },
  ]
}
