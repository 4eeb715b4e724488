import { lazy, Suspense } from 'react'
import type { QuickFiltersProps } from './quick-filters.tsx'

const QuickFilters = lazy(async () => ({ default: (await import('./quick-filters.tsx')).QuickFilters }))

/** The place of quick filters above a list, kept while they load so that the list does not jump. */
export function QuickFilterBar(props: QuickFiltersProps) {
  if (props.offered?.length === 0) return null
  return (
    <div className="pw-chips-place">
      <Suspense fallback={null}>
        <QuickFilters {...props} />
      </Suspense>
    </div>
  )
}
