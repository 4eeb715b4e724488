import type { RecordAnswer } from '@pipewright/contract'
import type { MarkOf } from '../table/colors/row-mark.ts'
import type { Column } from '../table/column-of-path.ts'
import type { TableLayout } from '../table/table-layout.ts'
import type { SelectRow } from '../table/use-select-row.ts'
import type { RecordTreeProps } from './record-tree-props.ts'
import type { TreeLine } from './tree-lines.ts'
import type { useTreeMoves } from './use-tree-moves.ts'

export interface TreeGridProps extends RecordTreeProps {
  readonly lines: readonly TreeLine[]
  readonly shown: readonly Column[]
  readonly layout: TableLayout
  readonly narrow: boolean
  readonly menus: boolean
  /** Records of the lines, in their order. */
  readonly rows: readonly RecordAnswer[]
  /** What is ticked, where boxes are shown. */
  readonly ticked: ReadonlySet<string> | undefined
  readonly onTick: SelectRow
  readonly markOf: MarkOf
  readonly moves: ReturnType<typeof useTreeMoves>
  readonly onAsk: (record: RecordAnswer) => void
  /** A record is being dragged, or no more. */
  readonly onDrag: (isUnderWay: boolean) => void
}
