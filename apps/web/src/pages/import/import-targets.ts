import { fieldTypes, localize, type Locale } from '@pipewright/metadata'
import type { AppDefinition, Field, Form } from '@pipewright/schemas'
import type { FormRights } from '@pipewright/contract'

export interface Target {
  readonly value: string
  readonly label: string
}

/** The fields that a column can fill: what the member may write, without tables and files. */
export function importTargets(form: Form, rights: FormRights, locale: Locale): Target[] {
  return form.fields
    .filter(
      (field) =>
        rights.fields[field.key] === 'write' &&
        field.type !== 'lineItems' &&
        field.type !== 'attachment' &&
        fieldTypes[field.type].writable,
    )
    .map((field) => ({ value: field.key, label: localize(field.label, locale) }))
}

/** The fields by which a related record can be found: short texts and numbers of the other form. */
export function matchTargets(definition: AppDefinition, field: Field | undefined, locale: Locale): Target[] {
  if (field?.type !== 'relation' && field?.type !== 'relations') return []
  const target = definition.forms.find(({ key }) => key === field.form)
  return (target?.fields ?? [])
    .filter(({ type }) => ['text', 'number', 'autoNumber', 'email', 'phone', 'url'].includes(type))
    .map(({ key, label }) => ({ value: key, label: localize(label, locale) }))
}
