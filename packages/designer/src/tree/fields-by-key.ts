import { elementsOfLayout, placeableSystemFields, systemFields } from '@pipewright/metadata'
import type { Field, Form, Layout, LayoutElement } from '@pipewright/schemas'

const system = [...placeableSystemFields].flatMap((key) => systemFields.get(key) ?? [])

const known = new WeakMap<Form, ReadonlyMap<string, Field>>()

/** The fields of a form and those that every record has by itself, by their keys; made once per form. */
export function fieldsByKey(form: Form): ReadonlyMap<string, Field> {
  const found = known.get(form) ?? new Map([...system, ...form.fields].map((field) => [field.key, field]))
  known.set(form, found)
  return found
}

const knownElements = new WeakMap<Layout, ReadonlyMap<string, LayoutElement>>()

/** The elements of the layout that a form is arranged by, by their keys; made once per layout. */
export function elementsByKey({ layout }: Form): ReadonlyMap<string, LayoutElement> {
  const found =
    knownElements.get(layout) ??
    new Map(elementsOfLayout(layout).map((element) => [element.key, element] as const))
  knownElements.set(layout, found)
  return found
}
