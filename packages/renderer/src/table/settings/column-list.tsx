import { isOrdered, isSummable } from '@pipewright/metadata'
import type { TableSummary } from '@pipewright/schemas'
import { Checkbox, InputNumber, Select } from 'antd'
import { useId } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { columnsOf, type Column } from '../column-of-path.ts'
import type { ArrangeProps } from './settings-parts.ts'

const least = 64
const widest = 800
const mostFrozen = 10

const functionsOf = ({ field }: Column): readonly TableSummary['function'][] => [
  ...(isSummable(field) ? (['sum', 'avg'] as const) : []),
  ...(isOrdered(field) ? (['min', 'max'] as const) : []),
  'count',
]

type OneProps = Pick<ArrangeProps, 'settings' | 'onChange'> & {
  readonly column: Column
  /** The first column tells how many records there are. */
  readonly isFirst: boolean
}

function OneColumn({ column, isFirst, settings, onChange }: OneProps) {
  const t = useTexts()
  const { path, label } = column
  const { wrap = [], widths = [], summaries = [] } = settings
  const otherWidths = widths.filter(({ field }) => field !== path)
  const otherSums = summaries.filter(({ field }) => field !== path)
  const width = widths.find(({ field }) => field === path)?.width ?? null
  return (
    <li className="pw-setting">
      <div className="pw-setting-line">
        <span className="pw-grow">{label}</span>
        <Checkbox
          checked={wrap.includes(path)}
          aria-label={t('arrange.wrapOf', { column: label })}
          onChange={({ target }) =>
            onChange({ wrap: target.checked ? [...wrap, path] : wrap.filter((one) => one !== path) })
          }
        >
          {t('table.wrap')}
        </Checkbox>
      </div>
      <div className="pw-setting-line">
        <InputNumber
          aria-label={t('table.resize', { column: label })}
          placeholder={t('arrange.usualWidth')}
          min={least}
          max={widest}
          precision={0}
          suffix="px"
          value={width}
          onChange={(next) =>
            onChange({ widths: next === null ? otherWidths : [...otherWidths, { field: path, width: next }] })
          }
        />
        {!isFirst && (
          <Select
            className="pw-grow"
            aria-label={t('arrange.summaryOf', { column: label })}
            value={summaries.find(({ field }) => field === path)?.function ?? ''}
            options={[
              { value: '' as const, label: t('table.noSummary') },
              ...functionsOf(column).map((value) => ({ value, label: t(`table.${value}`) })),
            ]}
            onChange={(name: TableSummary['function'] | '') =>
              onChange({
                summaries: name === '' ? otherSums : [...otherSums, { field: path, function: name }],
              })
            }
          />
        )}
      </div>
    </li>
  )
}

/** How each column looks: width, wrapping and what it comes to; and how many stay in sight. */
export function ColumnList({ form, columns, settings, onChange }: ArrangeProps) {
  const id = useId()
  const t = useTexts()
  const { index, locale } = useRenderer()
  return (
    <section aria-labelledby={id} className="pw-settings-part">
      <h3 id={id}>{t('table.columns')}</h3>
      <div className="pw-setting-line">
        <span id={`${id}-frozen`} className="pw-grow">
          {t('arrange.frozen')}
        </span>
        <InputNumber
          aria-labelledby={`${id}-frozen`}
          min={0}
          max={mostFrozen}
          precision={0}
          value={settings.frozen ?? 1}
          onChange={(frozen) => frozen !== null && onChange({ frozen })}
        />
      </div>
      <ol>
        {columnsOf(index, form, columns, locale).map((column, position) => (
          <OneColumn
            key={column.path}
            column={column}
            isFirst={position === 0}
            settings={settings}
            onChange={onChange}
          />
        ))}
      </ol>
    </section>
  )
}
