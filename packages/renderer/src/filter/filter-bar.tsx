import type { FilterBarProps } from './filter-props.ts'

export function FilterBar(_props: FilterBarProps) {
  return null
}
