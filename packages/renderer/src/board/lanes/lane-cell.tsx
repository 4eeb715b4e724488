import { otherMark } from '@pipewright/metadata'
import { useTexts } from '../../texts/use-texts.ts'
import { CardsOfColumn, type CardsOfColumnProps } from '../board-column.tsx'
import { useDropZone } from '../use-drop-zone.ts'

export interface LaneCellProps extends CardsOfColumnProps {
  readonly lane: string
  readonly title: string
  readonly color: string
  readonly folded: boolean
  readonly onDropCard: (column: string | null) => void
}

/** The cards of a lane that stand in one column. */
export function LaneCell(props: LaneCellProps) {
  const { column, lane, title, color, folded, targets, onDropCard } = props
  const t = useTexts()
  const { over, zone } = useDropZone(targets.length > 0 && column.value !== otherMark, () =>
    onDropCard(column.value),
  )
  const isEmpty = column.count === 0
  return (
    <div
      role="group"
      aria-label={t('board.cell', { lane, stage: title, count: column.count })}
      className={`pw-lane-cell${over ? ' pw-over' : ''}${isEmpty ? ' pw-lane-cell-empty' : ''}`}
      {...zone}
    >
      <div className="pw-lane-cell-title" aria-hidden="true">
        <span className="pw-dot" style={{ background: `var(--pw-${color}-solid)` }} />
        <strong>{title}</strong>
        <span className="pw-numeric">{column.count}</span>
      </div>
      {folded ? (
        <span className="pw-lane-cell-count pw-numeric">{isEmpty ? '' : column.count}</span>
      ) : (
        <CardsOfColumn {...props} />
      )}
    </div>
  )
}
