import type { Expression } from '@pipewright/schemas'
import { Icon, keptOnScreen } from '@pipewright/ui'
import { Popover, Skeleton } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { columnCondition, withColumnCondition } from '../../table/column-menu/column-condition.ts'
import type { Column } from '../../table/column-of-path.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { writeFilter } from '../filter-tree.ts'

const ChipPanel = lazy(async () => ({ default: (await import('./chip-panel.tsx')).ChipPanel }))
const FilterSentence = lazy(async () => ({
  default: (await import('../filter-sentence.tsx')).FilterSentence,
}))

export interface QuickChipProps {
  readonly form: string
  readonly filter: Expression | null
  readonly onFilter: (filter: Expression | null) => void
}

export interface FieldChipProps extends QuickChipProps {
  readonly column: Column
}

/** A field above a list: what it asks for now, its values to choose, and the way out. */
export function FieldChip(props: FieldChipProps) {
  const { form, column, filter, onFilter } = props
  const t = useTexts()
  const [open, setOpen] = useState(false)
  const condition = columnCondition(filter, column.path)
  const written = condition === null ? null : writeFilter(condition)
  const isOn = written !== null
  return (
    <span className={isOn ? 'pw-chip pw-chip-on' : 'pw-chip'}>
      <Popover
        open={open}
        onOpenChange={setOpen}
        destroyOnHidden
        trigger="click"
        placement="bottomLeft"
        {...keptOnScreen}
        content={
          <Suspense fallback={<Skeleton active className="pw-quick-panel" />}>
            <ChipPanel {...props} onClose={() => setOpen(false)} />
          </Suspense>
        }
      >
        <button type="button" aria-haspopup="dialog" aria-expanded={open}>
          <Suspense fallback={<span>{column.label}</span>}>
            {written === null ? <span>{column.label}</span> : <FilterSentence form={form} filter={written} />}
          </Suspense>{' '}
          <Icon name="down" />
        </button>
      </Popover>
      {isOn && (
        <button
          type="button"
          aria-label={t('filter.quickClear', { field: column.label })}
          onClick={() => onFilter(withColumnCondition(filter, column.path, null))}
        >
          <Icon name="close" />
        </button>
      )}
    </span>
  )
}
