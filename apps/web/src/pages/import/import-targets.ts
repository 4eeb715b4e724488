import { fieldTypes, localize, recordIdField, type Locale } from '@pipewright/metadata'
import type { AppDefinition, Field, Form } from '@pipewright/schemas'
import type { FormRights } from '@pipewright/contract'

export interface Target {
  readonly value: string
  readonly label: string
}

/** What tells which record a row is, as exported files have it; called otherwise than in the file, where it is “Id” alone. */
export const idTarget = (label: string): Target => ({ value: recordIdField.key, label })

/** Types by whose values a record can be found. */
export const matchTypes: readonly Field['type'][] = ['text', 'number', 'autoNumber', 'email', 'phone', 'url']

export interface FileContents {
  /** Rows can change records that are there. */
  readonly finds: boolean
  /** Files came with the table. */
  readonly files: boolean
}

/** The fields that a column can fill: what the member may write, without tables, and numbers that tell a record. */
export function importTargets(
  form: Form,
  rights: FormRights,
  locale: Locale,
  { finds, files }: FileContents,
): Target[] {
  const isFilled = ({ key, type }: Field) =>
    rights.fields[key] === 'write' &&
    type !== 'lineItems' &&
    (files || type !== 'attachment') &&
    fieldTypes[type].writable
  const isKey = ({ key, type }: Field) => finds && type === 'autoNumber' && rights.fields[key] !== undefined
  return form.fields
    .filter((field) => isFilled(field) || isKey(field))
    .map((field) => ({ value: field.key, label: localize(field.label, locale) }))
}

/** The fields by which a related record can be found: short texts and numbers of the other form. */
export function matchTargets(definition: AppDefinition, field: Field | undefined, locale: Locale): Target[] {
  if (field?.type !== 'relation' && field?.type !== 'relations') return []
  const target = definition.forms.find(({ key }) => key === field.form)
  return (target?.fields ?? [])
    .filter(({ type }) => matchTypes.includes(type))
    .map(({ key, label }) => ({ value: key, label: localize(label, locale) }))
}
