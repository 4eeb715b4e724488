import type { Layout, LayoutPage, Section } from '@pipewright/schemas'

/** The tab that a section stands on: the first one unless it names another; undefined where there are no tabs. */
export function pageOfSection({ pages = [] }: Layout, section: Section): LayoutPage | undefined {
  return pages.find(({ key }) => key === section.page) ?? pages[0]
}

/** Tabs that no section stands on; people do not see them. */
export const emptyPages = (layout: Layout): LayoutPage[] =>
  (layout.pages ?? []).filter(
    (page) => !layout.sections.some((section) => pageOfSection(layout, section) === page),
  )
