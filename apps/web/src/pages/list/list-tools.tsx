import { FilterBar } from '@pipewright/renderer'
import type { ReactNode } from 'react'
import type { ListProps } from './list-props.ts'
import { filterChange, shownFilter } from './views/shown-filter.ts'

/** Search and filter over a list, and what else its kind offers. */
export function ListTools({
  form,
  view,
  address,
  onAddress,
  children,
}: ListProps & { children?: ReactNode }) {
  return (
    <div className="list-tools">
      <FilterBar
        form={form.key}
        value={view.saved === undefined ? address.filter : shownFilter(view, address)}
        onChange={(filter) => onAddress({ filter: filterChange(view, filter) })}
        fixed={view.saved === undefined ? (view.filter ?? null) : null}
        search={address.search}
        onSearch={(search) => onAddress({ search })}
      />
      {children}
    </div>
  )
}
