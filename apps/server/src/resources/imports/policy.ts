import { isImportable, isLinePosition, lineFields, type CompiledForm } from '@pipewright/compiler'
import type { Field } from '@pipewright/schemas'
import { refuse } from '../../problems/refusal.ts'
import type { MemberScene } from '../../scene/member-scene.ts'

/** The form that the caller may import into, or the request ends here. */
export function importableForm({ app, rights }: MemberScene, key: string): CompiledForm {
  const form = app.form(key)
  const own = Object.hasOwn(rights.forms, key) ? rights.forms[key] : undefined
  if (form === undefined || own === undefined) return refuse('not-found')
  return own.import && (own.create || own.update) ? form : refuse('not-allowed')
}

/** Fields that the caller may fill from a table; those for files where files came with it. */
export function importableFields(
  { rights }: MemberScene,
  form: CompiledForm,
  { files = false }: { readonly files?: boolean } = {},
): Field[] {
  const own = rights.forms[form.key]?.fields ?? {}
  const isFilled = (field: Field) => isImportable(field) || (files && field.type === 'attachment')
  return [...form.fields.values()].filter((field) => own[field.key] === 'write' && isFilled(field))
}

/** Fields of line items that the caller may fill from a table, by path; with the number that says which line it is. */
export function importableLineFields(
  { rights }: MemberScene,
  form: CompiledForm,
  { files = false }: { readonly files?: boolean } = {},
): Field[] {
  const own = rights.forms[form.key]?.fields ?? {}
  const isRead = (field: Field) => isImportable(field) || (files && field.type === 'attachment')
  return form.items.flatMap((items) => {
    if (own[items.field.key] !== 'write') return []
    const isFilled = (field: Field) =>
      isLinePosition(field.key) || (own[field.key] === 'write' && isRead(field))
    const filled = lineFields(items).filter(isFilled)
    return filled.every(({ key }) => isLinePosition(key)) ? [] : filled
  })
}
