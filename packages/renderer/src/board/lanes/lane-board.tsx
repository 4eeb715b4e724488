import type { Board } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { EmptyState, useNarrow } from '@pipewright/ui'
import { Button } from 'antd'
import { useMemo, type CSSProperties } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { ColumnsLeft } from '../columns-left.tsx'
import { BoardSkeleton } from '../record-board.tsx'
import { useBoardField, useCardColumns, useColumnRights, useSumFields } from '../use-board-fields.ts'
import { useColumnNames } from '../use-column-names.ts'
import type { LaneBoardProps } from './lane-board-props.ts'
import { LaneColumns } from './lane-columns.tsx'
import type { LaneMove } from './lane-move.ts'
import { LaneRow } from './lane-row.tsx'
import type { LaneColumn, LaneShared } from './lane-shared.ts'
import { useLaneMoves } from './use-lane-moves.ts'
import '../board.css'
import './lanes.css'

const widths = { open: 248, folded: 44, gap: 8 }
const heights = { head: 44, sum: 20 }

/** The figures of heads with the moves that are under way. */
const moved = (asked: Board | undefined, pending: readonly LaneMove[]): Board | undefined =>
  asked && pending.reduce((shown, move) => move.heads(shown, asked), asked)

/** Lanes and columns are told what they hold; what holds nothing has a place only where it can be dropped in. */
const shown = ({ columns }: Board) => columns.filter(({ value, count }) => value !== null || count > 0)

/** Widths of the columns, the same in every lane. */
function gridStyle(columns: readonly LaneColumn[], sums: number): CSSProperties {
  const each = columns.map(({ folded }) => (folded ? widths.folded : widths.open))
  const tracks = columns.map(({ folded }) =>
    folded ? `${widths.folded}px` : `minmax(${widths.open}px, 1fr)`,
  )
  const width = each.reduce((sum, one) => sum + one + widths.gap, 0)
  return {
    '--pw-lanes-columns': tracks.join(' '),
    '--pw-lanes-width': `${width}px`,
    '--pw-lanes-top': `${heights.head + heights.sum * sums}px`,
  } as CSSProperties
}

function useLanes(props: LaneBoardProps) {
  const { form, field: key, lanes, folded } = props
  const { index, locale } = useRenderer()
  const narrow = useNarrow()
  const [field, laneField] = [useBoardField(form, key), useBoardField(form, lanes)]
  const column = useColumnNames(form, field, props.columnHeads)
  const lane = useColumnNames(form, laneField, props.laneHeads)
  const columnRights = useColumnRights(form, field, props.onCreate)
  const laneRights = useColumnRights(form, laneField, props.onCreate)
  const moves = useLaneMoves(
    props,
    { ...column, movable: columnRights.movable },
    { ...lane, movable: laneRights.movable },
  )
  const columnHeads = moved(props.columnHeads, moves.pending)
  const laneHeads = moved(props.laneHeads, moves.pending)
  const columns = (columnHeads === undefined ? [] : shown(columnHeads)).map(({ value }): LaneColumn => ({
    value,
    title: column.nameOf(value),
    color: column.colorOf(value),
    folded: !narrow && folded?.has(value ?? '') === true,
  }))
  const sums = useSumFields(form, props.sums)
  const shared: LaneShared = {
    columns,
    sums,
    renderLane: props.renderLane,
    onOpen: props.onOpen,
    staged: column.target.staged ?? lane.target.staged,
    cardColumns: useCardColumns(
      form,
      props.columns,
      useMemo(() => `${key} ${lanes}`, [key, lanes]),
    ),
    targets: moves.targets,
    formLabel: localize(index.form(form)?.label, locale),
    pending: moves.pending,
    onMove: moves.onMove,
    onTake: moves.onTake,
    onDropIn: moves.onDropIn,
  }
  const create = { column: columnRights.create, lane: laneRights.create }
  return { shared, columnHeads, laneHeads, lane, create, question: moves.question }
}

/** Records in columns by one field and in lanes by another. */
export function LaneBoard(props: LaneBoardProps) {
  const { foldedLanes, onFoldLane } = props
  const t = useTexts()
  const { shared, columnHeads, laneHeads, lane, create, question } = useLanes(props)
  if (props.loading || columnHeads === undefined || laneHeads === undefined) return <BoardSkeleton />
  const rows = shown(laneHeads)
  if (rows.length === 0) return <>{props.empty ?? <EmptyState title={t('board.empty')} />}</>
  return (
    <>
      <ColumnsLeft left={columnHeads.left} onMore={props.onMoreColumns} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must take the focus */}
      <div className="pw-lanes" role="region" aria-label={props.label} tabIndex={0}>
        <div className="pw-lanes-all" style={gridStyle(shared.columns, shared.sums.length)}>
          <LaneColumns shared={shared} heads={columnHeads} onCreate={create.column} onFold={props.onFold} />
          {rows.map((head) => (
            <LaneRow
              key={head.value ?? ''}
              shared={shared}
              head={head}
              title={lane.nameOf(head.value)}
              color={lane.colorOf(head.value)}
              folded={foldedLanes.has(head.value ?? '')}
              onFold={(next) => onFoldLane(head.value ?? '', next)}
              onCreate={create.lane}
            />
          ))}
          {laneHeads.left > 0 && (
            <Button
              type="link"
              className="pw-lanes-more"
              disabled={props.onMoreLanes === undefined}
              onClick={props.onMoreLanes}
            >
              {t('board.lanesLeft', { count: laneHeads.left })}
            </Button>
          )}
        </div>
        {question}
      </div>
    </>
  )
}
