import type { SortKey } from '@pipewright/contract'
import { Select } from 'antd'
import type { Column } from '../../table/column-of-path.ts'
import { useTexts } from '../../texts/use-texts.ts'

const directions = ['asc', 'desc'] as const

export interface OrderChoiceProps {
  readonly columns: readonly Column[]
  readonly sort: readonly SortKey[]
  readonly onSort: (sort: SortKey[]) => void
}

/** Puts records in an order where no heading can be pressed. */
export function OrderChoice({ columns, sort, onSort }: OrderChoiceProps) {
  const t = useTexts()
  const [now] = sort
  const options = columns
    .filter(({ sortable }) => sortable)
    .flatMap(({ path, label }) =>
      directions.map((direction) => ({
        value: `${direction} ${path}`,
        label: t(direction === 'asc' ? 'table.ascending' : 'table.descending', { column: label }),
      })),
    )
  return (
    <Select
      className="pw-related-order"
      aria-label={t('table.order')}
      placeholder={t('table.order')}
      allowClear
      value={now === undefined ? null : `${now.direction} ${now.field}`}
      options={options}
      onChange={(chosen: string | null | undefined) => {
        const [direction, field] = chosen?.split(' ') ?? []
        onSort(field === undefined ? [] : [{ field, direction: direction === 'desc' ? 'desc' : 'asc' }])
      }}
    />
  )
}
