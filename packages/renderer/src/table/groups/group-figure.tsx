import type { TableSummary } from '@pipewright/schemas'
import { viewOf } from '../../controls/field-views.tsx'
import { useFormat } from '../../formats/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import type { Column } from '../column-of-path.ts'

export interface GroupFigureProps {
  readonly column: Column
  readonly summaries: readonly TableSummary[]
  readonly figures: readonly (string | null)[]
}

const countField = { type: 'number', key: 'count', label: {}, scale: 0 } as const

/** The figure of a column, with what it is: the sum, the average, the smallest. */
export function GroupFigure({ column, summaries, figures }: GroupFigureProps) {
  const t = useTexts()
  const format = useFormat()
  const position = summaries.findIndex(({ field }) => field === column.path)
  const summary = summaries[position]
  const value = figures[position] ?? null
  if (summary === undefined || value === null) return null
  const { Cell } = viewOf(column.field)
  return (
    <span className="pw-figure">
      <span className={summary.function === 'sum' ? 'pw-figure-sum' : 'pw-quiet'}>
        {t(`table.${summary.function}`)}
      </span>{' '}
      {summary.function === 'count' ? (
        format(countField, value)
      ) : (
        <Cell field={column.field} value={value} titles={{}} />
      )}
    </span>
  )
}
