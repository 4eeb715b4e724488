import { isImportable, mayReadField, mayWriteField, type CompiledItems } from '@pipewright/compiler'
import type { Field } from '@pipewright/schemas'
import { refuse } from '../../problems/refusal.ts'
import type { MemberScene } from '../../scene/member-scene.ts'

const rightsOf = ({ rights }: MemberScene, form: string) =>
  Object.hasOwn(rights.forms, form) ? rights.forms[form] : undefined

/** Line items that the caller may see, those inside rows by both keys; like none at all where not. */
export function readableItems(scene: MemberScene, form: string, key: string): CompiledItems {
  const rights = rightsOf(scene, form)
  const items = scene.app.form(form)?.allItems.find(({ path }) => path === key)
  return items !== undefined && rights !== undefined && mayReadField(rights, key)
    ? items
    : refuse('not-found')
}

/** Line items that the caller may fill. */
export function writableItems(scene: MemberScene, form: string, key: string): CompiledItems {
  const rights = rightsOf(scene, form)
  const items = readableItems(scene, form, key)
  const may = rights !== undefined && mayWriteField(rights, key) && (rights.create || rights.update)
  return may ? items : refuse('not-allowed')
}

/** Columns that the caller may fill from text. */
export function fillableColumns(scene: MemberScene, form: string, items: CompiledItems): Field[] {
  const rights = rightsOf(scene, form)
  return [...items.fields.values()].filter(
    (field) =>
      rights !== undefined && mayWriteField(rights, `${items.path}.${field.key}`) && isImportable(field),
  )
}

/** Columns that the caller may see. */
export function readableColumns(scene: MemberScene, form: string, items: CompiledItems): Field[] {
  const rights = rightsOf(scene, form)
  return [...items.fields.values()].filter(
    (field) => rights !== undefined && mayReadField(rights, `${items.path}.${field.key}`),
  )
}
