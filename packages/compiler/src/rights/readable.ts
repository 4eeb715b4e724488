import type { DefinitionIndex, FoundField } from '@pipewright/metadata'
import type { CompiledFormRights, Rights } from './rights.ts'

/** Rights on a form that may be read; undefined as if the form did not exist. */
export function readableForm(rights: Rights, form: string): CompiledFormRights | undefined {
  const found = Object.hasOwn(rights.forms, form) ? rights.forms[form] : undefined
  return found?.read ? found : undefined
}

export const mayReadField = (rights: CompiledFormRights, path: string): boolean =>
  Object.hasOwn(rights.fields, path)

export const mayWriteField = (rights: CompiledFormRights, path: string): boolean =>
  Object.hasOwn(rights.fields, path) && rights.fields[path] === 'write'

export const mayReadComments = (rights: CompiledFormRights): boolean => rights.comments !== 'none'

export const mayWriteComments = (rights: CompiledFormRights): boolean => rights.comments === undefined

/** What a path leads to when every hop and the end may be read; undefined in the same way for what does not exist. */
export function readablePath(
  index: DefinitionIndex,
  rights: Rights,
  form: string,
  path: string,
): FoundField | undefined {
  const found = index.field(form, path)
  if (found === undefined) return undefined
  const readable = [...found.hops, found].every((site) => {
    const formRights = readableForm(rights, site.form)
    if (formRights === undefined) return false
    if (index.fieldsOf(site.form, site.lineItems).every((field) => field.key !== site.field.key))
      return site.lineItems === undefined || mayReadField(formRights, site.lineItems)
    const own = site.lineItems === undefined ? site.field.key : `${site.lineItems}.${site.field.key}`
    return mayReadField(formRights, own)
  })
  return readable ? found : undefined
}

/** The field that names a record for this actor: the form's title field, else the first readable text. */
export function readableTitleField(
  index: DefinitionIndex,
  rights: Rights,
  formKey: string,
): string | undefined {
  const form = index.form(formKey)
  const formRights = readableForm(rights, formKey)
  if (form === undefined || formRights === undefined) return undefined
  if (mayReadField(formRights, form.titleField)) return form.titleField
  const texts = new Set(['text', 'autoNumber', 'email', 'phone'])
  return form.fields.find((field) => texts.has(field.type) && mayReadField(formRights, field.key))?.key
}
