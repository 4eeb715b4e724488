import type { RecordSearch } from '@pipewright/schemas'
import { Select } from 'antd'
import { useIndex } from '../../environment/design-context.ts'
import { useLocalized } from '../../environment/use-localized.ts'
import { Property } from '../../parts/property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { sortsSearch } from '../search-choices.ts'

type Order = RecordSearch['orderBy']

export interface SearchOrderProps {
  readonly label: string
  /** What it is called to have no order. */
  readonly none: string
  readonly form: string
  readonly orderBy: Order
  readonly onChange: (orderBy: Order) => void
}

/** The order in which records that are found come. */
export function SearchOrder({ label, none, form, orderBy, onChange }: SearchOrderProps) {
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  const options = sortsSearch(index, form).flatMap((field) =>
    (['asc', 'desc'] as const).map((direction) => ({
      value: `${direction}.${field.key}`,
      label: t(`inspector.order_${direction}`, { field: read(field.label) }),
    })),
  )
  return (
    <Property label={label}>
      {(id) => (
        <Select
          id={id}
          className="pwd-full"
          value={orderBy === undefined ? '' : `${orderBy.direction}.${orderBy.field}`}
          options={[{ value: '', label: none }, ...options]}
          onChange={(value: string) => {
            const [direction, field] = value.split('.')
            onChange(
              field === undefined ? undefined : { field, direction: direction === 'desc' ? 'desc' : 'asc' },
            )
          }}
        />
      )}
    </Property>
  )
}
