import type { Layout, LayoutPage } from '@pipewright/schemas'
import type { PlacedSection } from './form-sections.ts'

/** A tab or step with the sections that stand on it. */
export interface PlacedPage {
  readonly page: LayoutPage
  readonly sections: readonly PlacedSection[]
}

/** Sections by page, in order; one whose page does not exist stands on the first. Pages without sections are left out. */
export function placePages(layout: Layout | undefined, sections: readonly PlacedSection[]): PlacedPage[] {
  const pages = layout?.pages ?? []
  const [first] = pages
  if (first === undefined) return []
  const known = new Set(pages.map(({ key }) => key))
  const pageOf = ({ section }: PlacedSection): string =>
    section.page !== undefined && known.has(section.page) ? section.page : first.key
  return pages.flatMap((page) => {
    const own = sections.filter((placed) => pageOf(placed) === page.key)
    return own.length === 0 ? [] : [{ page, sections: own }]
  })
}

export const keysOn = ({ sections }: PlacedPage): string[] =>
  sections.flatMap(({ fields }) => fields.map(({ field }) => field.key))
