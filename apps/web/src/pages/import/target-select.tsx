import type { ImportColumn } from '@pipewright/contract'
import { Select } from 'antd'
import { useText } from '../../texts/use-text.ts'
import type { Target } from './import-targets.ts'

/** How the file writes dates and decimals stays as it was; which records are found and how belongs to the old field. */
const readAs = ({ matchBy: _matchBy, picks: _picks, makes: _makes, ...rest }: ImportColumn): ImportColumn =>
  rest

export function TargetSelect(props: {
  label: string
  column: ImportColumn
  targets: readonly Target[]
  taken: ReadonlySet<string | null>
  onChange: (column: ImportColumn) => void
}) {
  const text = useText()
  const { column } = props
  const options = [
    { value: '', label: text('importSkip') },
    ...props.targets.map((target) => ({
      ...target,
      disabled: target.value !== column.field && props.taken.has(target.value),
    })),
  ]
  return (
    <Select
      aria-label={props.label}
      style={{ width: '100%' }}
      showSearch={{ optionFilterProp: 'label' }}
      value={column.field ?? ''}
      options={options}
      onChange={(value) => props.onChange({ ...readAs(column), field: value === '' ? null : value })}
    />
  )
}
