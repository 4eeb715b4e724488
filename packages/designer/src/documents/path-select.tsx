import { Select } from 'antd'
import type { PathOption } from './use-paths.ts'

export interface PathSelectProps {
  readonly id?: string
  readonly label: string
  readonly options: readonly PathOption[]
  readonly value: readonly string[]
  readonly most?: number
  readonly onChange: (paths: string[]) => void
}

/** Some paths in the order they are picked; a path that is not offered any more keeps its place. */
export function PathSelect({ id, label, options, value, most, onChange }: PathSelectProps) {
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      mode="multiple"
      className="pwd-full"
      aria-label={label}
      value={[...value]}
      {...(most === undefined ? {} : { maxCount: most })}
      showSearch={{ optionFilterProp: 'label' }}
      options={[...options]}
      onChange={onChange}
    />
  )
}
