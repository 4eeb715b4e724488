import type { Dimension } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Select } from 'antd'
import type { PathOption } from '../documents/use-paths.ts'
import { useTexts } from '../texts/use-texts.ts'

export interface DimensionRowProps {
  readonly dimension: Dimension
  readonly paths: readonly PathOption[]
  readonly dates: ReadonlySet<string>
  readonly onChange: (dimension: Dimension) => void
  readonly onRemove: () => void
}

const buckets = ['day', 'week', 'month', 'quarter', 'year'] as const

/** What the report groups by; a date by a period. */
export function DimensionRow({ dimension, paths, dates, onChange, onRemove }: DimensionRowProps) {
  const t = useTexts()
  return (
    <div className="pwd-line">
      <Select
        className="pwd-grow"
        aria-label={t('reports.dimension')}
        value={dimension.field}
        showSearch={{ optionFilterProp: 'label' }}
        options={[...paths]}
        onChange={(field: string) => onChange(dates.has(field) ? { field, bucket: 'month' } : { field })}
      />
      {dates.has(dimension.field) && (
        <Select
          aria-label={t('reports.bucket')}
          value={dimension.bucket ?? 'day'}
          options={buckets.map((value) => ({ value, label: t(`reports.${value}`) }))}
          onChange={(bucket) => onChange({ ...dimension, bucket })}
        />
      )}
      <button type="button" className="pwd-tool" aria-label={t('reports.removeDimension')} onClick={onRemove}>
        <Icon name="close" />
      </button>
    </div>
  )
}
