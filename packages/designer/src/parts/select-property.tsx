import { Select } from 'antd'
import { Property } from './property.tsx'

export interface SelectPropertyProps<V extends string> {
  readonly label: string
  readonly value: V
  readonly options: readonly { readonly value: V; readonly label: string }[]
  readonly onCommit: (value: V) => void
}

/** One of a few. */
export function SelectProperty<V extends string>({
  label,
  value,
  options,
  onCommit,
}: SelectPropertyProps<V>) {
  return (
    <Property label={label}>
      {(id) => (
        <Select<V> id={id} className="pwd-full" value={value} options={[...options]} onChange={onCommit} />
      )}
    </Property>
  )
}
