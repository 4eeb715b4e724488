import type { RecordAnswer } from '@pipewright/contract'
import { EmptyState, RowsSkeleton, useNarrow } from '@pipewright/ui'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useRenderer } from '../environment/use-renderer.ts'
import { useRowMarks } from '../table/colors/use-row-marks.ts'
import { columnsOf } from '../table/column-of-path.ts'
import { layOutTable } from '../table/table-layout.ts'
import { useSelectRow } from '../table/use-select-row.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { RecordTreeProps } from './record-tree-props.ts'
import { TopZone } from './top-zone.tsx'
import { TreeGrid } from './tree-grid.tsx'
import { recordsOf, treeLines } from './tree-lines.ts'
import { TreeTools } from './tree-tools.tsx'
import { useTreeMoves } from './use-tree-moves.ts'
import '../table/table.css'
import './tree.css'

const MoveElsewhere = lazy(async () => ({
  default: (await import('../board/move-elsewhere.tsx')).MoveElsewhere,
}))

/** Records under one another, level by level. */
export function RecordTree(props: RecordTreeProps) {
  const { form, parent, columns: paths, widths, levels, open, circles } = props
  const { index, locale } = useRenderer()
  const t = useTexts()
  const narrow = useNarrow()
  const [dragging, setDragging] = useState(false)
  const [asked, ask] = useState<RecordAnswer | null>(null)
  const lines = useMemo(() => treeLines(levels, open, circles), [levels, open, circles])
  const columns = useMemo(() => columnsOf(index, form, paths, locale), [index, form, paths, locale])
  const moves = useTreeMoves(props, lines)
  const rows = useMemo(() => recordsOf(lines), [lines])
  const onTick = useSelectRow({ ...props, rows })
  const markOf = useRowMarks(form, props.rowColors)
  const ticked = narrow && props.selecting !== true ? undefined : props.selection
  const boxes = ticked !== undefined
  const menus = moves.isMovable || props.onCreate !== undefined
  const layout = useMemo(
    () => layOutTable({ columns, widths, settings: {}, boxes, menus }),
    [columns, widths, boxes, menus],
  )
  if (lines.length === 0) return <>{props.empty ?? <EmptyState title={t('board.empty')} />}</>
  if (lines.length === 1 && lines[0]?.kind === 'waiting') return <RowsSkeleton />
  return (
    <div className="pw-tree-around">
      {dragging && <TopZone onDropCard={(id) => moves.drop(id, null)} />}
      <TreeTools lines={lines} inCircles={circles?.rows.length ?? 0} onUnfold={props.onUnfold} />
      <TreeGrid
        {...props}
        lines={lines}
        shown={columns}
        layout={layout}
        narrow={narrow}
        menus={menus}
        rows={rows}
        ticked={ticked}
        onTick={onTick}
        markOf={markOf}
        moves={moves}
        onAsk={ask}
        onDrag={setDragging}
      />
      {asked !== null && (
        <Suspense fallback={null}>
          <MoveElsewhere
            record={asked}
            target={moves.target}
            onMove={(place) => moves.move(asked, place[parent] ?? null)}
            onClose={() => ask(null)}
          />
        </Suspense>
      )}
      {moves.question}
    </div>
  )
}
