import { fieldsInText, isElementItem, itemKey, layoutsOf, specOfElement } from '@pipewright/metadata'
import type { ElementItem, Form, LayoutElement, LayoutItem, PublicForm } from '@pipewright/schemas'

/** Says nothing but what was written for everybody, or values that are on the page. */
const maySay = (element: LayoutElement, listed: ReadonlySet<string>): boolean => {
  const spec = specOfElement(element)
  return (
    spec.isPublic &&
    spec
      .texts(element)
      .flatMap(fieldsInText)
      .every((key) => listed.has(key))
  )
}

/** The elements that a page shows, each under the listed field before which it stands; '' at the end. */
function placedElements(
  form: Form,
  page: PublicForm,
  listed: ReadonlySet<string>,
): Map<string, ElementItem[]> {
  const wanted = new Set(page.elements)
  const placed = new Map<string, ElementItem[]>()
  for (const layout of layoutsOf(form)) {
    const items = layout.sections.flatMap((section) => section.items)
    for (const [at, item] of items.entries()) {
      if (!isElementItem(item) || !wanted.delete(item.element.key) || !maySay(item.element, listed)) continue
      const next = items.slice(at + 1).find((other) => listed.has(itemKey(other)))
      const before = next === undefined ? '' : itemKey(next)
      placed.set(before, [...(placed.get(before) ?? []), item])
    }
  }
  return placed
}

/** What stands on a page, in order: its listed fields, and before them the elements it shows. */
export function pageItems(form: Form, page: PublicForm): LayoutItem[] {
  const known = new Set(form.fields.map(({ key }) => key))
  const fields = page.fields.filter(({ field }) => known.has(field))
  const placed = placedElements(form, page, new Set(fields.map(({ field }) => field)))
  return [
    ...fields.flatMap(({ field }) => [...(placed.get(field) ?? []), { field }]),
    ...(placed.get('') ?? []),
  ]
}
