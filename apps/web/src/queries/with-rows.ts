import type { Page } from '@pipewright/contract'
import type { InfiniteData } from '@tanstack/react-query'

export type Pages = InfiniteData<Page>

/** The rows of a list as they are now, in their places; what left the list is gone from it. */
export function withRows(pages: Pages, asked: ReadonlySet<string>, rows: Page['rows']): Pages {
  const now = new Map(rows.map((row) => [row.id, row]))
  return {
    ...pages,
    pages: pages.pages.map((page) => ({
      ...page,
      rows: page.rows.flatMap((row) => (asked.has(row.id) ? (now.get(row.id) ?? []) : [row])),
    })),
  }
}
