import type { Layout, LayoutItem } from '@pipewright/schemas'

/** Where a field stands in a layout: which section, which position there. */
export function findItem(
  layout: Layout,
  field: string,
): { section: number; position: number; item: LayoutItem } | undefined {
  for (const [section, { items }] of layout.sections.entries()) {
    const position = items.findIndex((item) => item.field === field)
    const item = items[position]
    if (item !== undefined) return { section, position, item }
  }
  return undefined
}
