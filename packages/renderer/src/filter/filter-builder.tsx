import type { FilterBuilderProps } from './filter-props.ts'

export function FilterBuilder(_props: FilterBuilderProps) {
  return null
}
