import { scaleOf } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { formatNumber } from '../../formats/decimal-format.ts'
import { useFormat } from '../../formats/use-format.ts'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import type { Titles } from '../field-control.ts'
import type { ColumnTotal } from './column-totals.ts'

export interface TotalLinesProps {
  readonly field: Field
  readonly totals: readonly ColumnTotal[]
  readonly titles: Titles
}

/** What one column comes to; a sum alone needs no name. */
export function TotalLines({ field, totals, titles }: TotalLinesProps) {
  const { locale } = useRenderer()
  const t = useTexts()
  const format = useFormat(titles)
  const read = (total: ColumnTotal): string => {
    if (total.function === 'count') return formatNumber(total.value, locale, 0)
    // An average of whole numbers need not be one.
    const exact =
      total.function === 'avg' ? ({ ...field, scale: Math.max(scaleOf(field), 2) } as Field) : field
    return format(exact, total.value)
  }
  const isPlain = totals.length === 1 && totals[0]?.function === 'sum'
  return totals.map((total) => (
    <div key={total.function} className="pw-items-total">
      {!isPlain && <span className="pw-quiet">{t(`control.total_${total.function}`)}</span>} {read(total)}
    </div>
  ))
}
