import { elementTypes, makeKey, type ElementType } from '@pipewright/metadata'
import type { AppDefinition, Edit, Form } from '@pipewright/schemas'
import type { Slot } from './layout-places.ts'
import { takenKeys } from './new-field.ts'

/** Adds a new element of a type at a slot of the layout; null where the app has nothing it could show. */
export function addElementEdit(
  definition: AppDefinition,
  form: Form,
  type: ElementType,
  slot: Slot,
): Extract<Edit, { type: 'addElement' }> | null {
  const key = makeKey(elementTypes[type].label, takenKeys(definition, form))
  const element = elementTypes[type].create(key, { definition, form: form.key })
  return element === undefined ? null : { type: 'addElement', form: form.key, ...slot, item: { element } }
}

/** Whether the app has something that a new element of this type could show. */
export const canAddElement = (definition: AppDefinition, form: Form, type: ElementType): boolean =>
  elementTypes[type].create('new', { definition, form: form.key }) !== undefined
