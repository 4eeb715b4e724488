import { fieldTypes, localize, recordIdField, rowFields, type Locale } from '@pipewright/metadata'
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

/** The fields that a column can fill: what the member may write, of the record and of its line items, and numbers that tell a record. */
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
  const own = form.fields
    .filter((field) => isFilled(field) || isKey(field))
    .map((field) => ({ value: field.key, label: localize(field.label, locale) }))
  return [...own, ...lineTargets(form, rights, locale, files)]
}

/** The field that a column fills: one of the record, or one of its line items, as in `items.product`. */
export function fieldAt(form: Form, path: string | null): Field | undefined {
  const [key, inLine, ...deeper] = (path ?? '').split('.')
  const field = form.fields.find((one) => one.key === key)
  if (inLine === undefined) return field
  if (field?.type !== 'lineItems' || deeper.length > 0) return undefined
  return inLine === 'position' ? rowFields.get(inLine) : field.fields.find((one) => one.key === inLine)
}

/** Fields for files, of the record and of its line items, by path. */
export const filePaths = (form: Form): string[] =>
  form.fields.flatMap((field) => {
    if (field.type === 'attachment') return [field.key]
    if (field.type !== 'lineItems') return []
    return field.fields.flatMap(({ key, type }) => (type === 'attachment' ? [`${field.key}.${key}`] : []))
  })

/** The columns of line items that a column can fill, named as exported files name them. */
function lineTargets(form: Form, rights: FormRights, locale: Locale, files: boolean): Target[] {
  const between = locale === 'zh' ? '：' : ': '
  const position = rowFields.get('position')
  return form.fields.flatMap((items) => {
    if (items.type !== 'lineItems' || rights.fields[items.key] !== 'write') return []
    const filled = items.fields.filter(
      ({ key, type }) =>
        rights.fields[`${items.key}.${key}`] === 'write' &&
        type !== 'lineItems' &&
        (files || type !== 'attachment') &&
        fieldTypes[type].writable,
    )
    const offered = position === undefined || filled.length === 0 ? filled : [position, ...filled]
    return offered.map(({ key, label }) => ({
      value: `${items.key}.${key}`,
      label: `${localize(items.label, locale)}${between}${localize(label, locale)}`,
    }))
  })
}

/** The fields by which a related record can be found: short texts and numbers of the other form. */
export function matchTargets(definition: AppDefinition, field: Field | undefined, locale: Locale): Target[] {
  if (field?.type !== 'relation' && field?.type !== 'relations') return []
  const target = definition.forms.find(({ key }) => key === field.form)
  return (target?.fields ?? [])
    .filter(({ type }) => matchTypes.includes(type))
    .map(({ key, label }) => ({ value: key, label: localize(label, locale) }))
}
