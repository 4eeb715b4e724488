import type { Layout, LayoutItem } from '@pipewright/schemas'
import { itemKey } from '../layout-items.ts'

/** Where a field or an element stands in a layout: which section, which position there. */
export function findItem(
  layout: Layout,
  key: string,
): { section: number; position: number; item: LayoutItem } | undefined {
  for (const [section, { items }] of layout.sections.entries()) {
    const position = items.findIndex((item) => itemKey(item) === key)
    const item = items[position]
    if (item !== undefined) return { section, position, item }
  }
  return undefined
}
