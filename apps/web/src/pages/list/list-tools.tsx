import { FilterBar } from '@pipewright/renderer'
import type { ReactNode } from 'react'
import type { ListProps } from './list-props.ts'

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
        value={address.filter}
        onChange={(filter) => onAddress({ filter })}
        fixed={view.filter ?? null}
        search={address.search}
        onSearch={(search) => onAddress({ search })}
      />
      {children}
    </div>
  )
}
