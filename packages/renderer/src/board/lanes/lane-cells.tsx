import type { Board } from '@pipewright/contract'
import { Button, Skeleton } from 'antd'
import { useMemo } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import type { LaneContent } from './lane-board-props.ts'
import { LaneCell } from './lane-cell.tsx'
import { alignedColumns, type LaneShared } from './lane-shared.ts'

export interface LaneCellsProps extends LaneContent {
  readonly shared: LaneShared
  readonly lane: string | null
  readonly title: string
}

/** Stands for cards that are not here yet, or out of sight. */
export function LaneWaiting({ shared, height }: { shared: LaneShared; height?: number | undefined }) {
  return (
    <div className="pw-lane-cells" aria-busy="true" style={height === undefined ? {} : { height }}>
      {shared.columns.map(({ value, folded }) => (
        <div key={value ?? ''} className="pw-lane-cell">
          {!folded && height === undefined && (
            <Skeleton active title={false} paragraph={{ rows: 2, width: '100%' }} />
          )}
        </div>
      ))}
    </div>
  )
}

/** The cards of a lane, column by column. */
export function LaneCells(props: LaneCellsProps) {
  const { shared, lane, title, failed, retry, onMore } = props
  const t = useTexts()
  const board = useMemo(
    (): Board | undefined =>
      props.board && shared.pending.reduce((shown, move) => move.lane(shown, lane), props.board),
    [props.board, shared.pending, lane],
  )
  if (board === undefined && failed)
    return (
      <p className="pw-board-left" role="alert">
        {t('board.laneLost')}{' '}
        <Button type="link" size="small" onClick={retry}>
          {t('board.again')}
        </Button>
      </p>
    )
  if (board === undefined) return <LaneWaiting shared={shared} />
  return (
    <div className="pw-lane-cells">
      {alignedColumns(shared.columns, board).map((column, at) => {
        const head = shared.columns[at]
        return (
          <LaneCell
            key={column.value ?? ''}
            column={column}
            lane={title}
            title={head?.title ?? ''}
            color={head?.color ?? 'gray'}
            folded={head?.folded === true}
            staged={shared.staged}
            cardColumns={shared.cardColumns}
            targets={shared.targets}
            onOpen={shared.onOpen}
            onMove={shared.onMove}
            onTake={shared.onTake}
            onMore={onMore}
            onDropCard={(to) => shared.onDropIn(lane, to)}
          />
        )
      })}
    </div>
  )
}
