import type { Measure } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Select } from 'antd'
import type { PathOption } from '../documents/use-paths.ts'
import { LocalizedInput } from '../parts/localized-input.tsx'
import { useTexts } from '../texts/use-texts.ts'

export interface MeasureRowProps {
  readonly measure: Measure
  readonly paths: readonly PathOption[]
  readonly onChange: (measure: Measure) => void
  /** Missing when it is the only one. */
  readonly onRemove?: () => void
}

const functions = ['count', 'sum', 'avg', 'min', 'max'] as const

/** One figure: how it is calculated, of which field, and what it is called. */
export function MeasureRow({ measure, paths, onChange, onRemove }: MeasureRowProps) {
  const t = useTexts()
  const choose = (how: Measure['function']) => {
    const { field, ...rest } = measure
    const measured = field ?? paths[0]?.value
    if (how === 'count') onChange({ ...rest, function: how })
    else if (measured !== undefined) onChange({ ...rest, function: how, field: measured })
  }
  return (
    <div className="pwd-card">
      <div className="pwd-line">
        <Select
          aria-label={t('inspector.rollupFunction')}
          value={measure.function}
          options={functions.map((value) => ({
            value,
            label: t(`measure.${value}`),
            disabled: value !== 'count' && paths.length === 0,
          }))}
          onChange={choose}
        />
        {measure.function !== 'count' && (
          <Select
            className="pwd-grow"
            aria-label={t('inspector.rollupField')}
            value={measure.field ?? null}
            showSearch={{ optionFilterProp: 'label' }}
            options={[...paths]}
            onChange={(field: string | null) => field !== null && onChange({ ...measure, field })}
          />
        )}
        <span className="pwd-bar-gap" />
        {onRemove !== undefined && (
          <button
            type="button"
            className="pwd-tool"
            aria-label={t('reports.removeMeasure')}
            onClick={onRemove}
          >
            <Icon name="close" />
          </button>
        )}
      </div>
      <LocalizedInput
        size="small"
        label={t('reports.measureLabel')}
        value={measure.label}
        onCommit={(label) => onChange({ ...measure, label })}
      />
    </div>
  )
}
