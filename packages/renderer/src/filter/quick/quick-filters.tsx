import { localize } from '@pipewright/metadata'
import type { QuickFilter } from '@pipewright/schemas'
import { useRenderer } from '../../environment/use-renderer.ts'
import { columnsOf } from '../../table/column-of-path.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { hasCondition, toggledCondition } from './condition-parts.ts'
import { FieldChip, type QuickChipProps } from './field-chip.tsx'
import { quickKind } from './quick-values.ts'
import { suggestedFilters } from './suggested-filters.ts'
import './quick.css'

export interface QuickFiltersProps extends QuickChipProps {
  /** What is offered; suggested from the columns when left out. */
  readonly offered: readonly QuickFilter[] | undefined
  readonly columns: readonly string[]
}

/** Filters of one tap above a list. Each changes its part of the filter of the list, so that the sentence says it too. */
export function QuickFilters({ offered, columns, ...chip }: QuickFiltersProps) {
  const { form, filter, onFilter } = chip
  const { index, locale } = useRenderer()
  const t = useTexts()
  const quick = offered ?? suggestedFilters(index, form, columns)
  if (quick.length === 0) return null
  return (
    <div role="group" aria-label={t('filter.quick')} className="pw-chips">
      {quick.map((one, position) => {
        if ('field' in one) {
          const [column] = columnsOf(index, form, [one.field], locale)
          return column === undefined || quickKind(column.field) === undefined ? null : (
            <FieldChip key={one.field} {...chip} column={column} />
          )
        }
        const isOn = hasCondition(filter, one.filter)
        return (
          <span key={position} className={isOn ? 'pw-chip pw-chip-on' : 'pw-chip'}>
            <button
              type="button"
              aria-pressed={isOn}
              onClick={() => onFilter(toggledCondition(filter, one.filter))}
            >
              <span>{localize(one.label, locale)}</span>
            </button>
          </span>
        )
      })}
    </div>
  )
}
