import type { Board } from '@pipewright/contract'
import { otherMark } from '@pipewright/metadata'
import { ColumnHead, ColumnSums, FoldedColumn } from '../column-head.tsx'
import type { LaneColumn, LaneShared } from './lane-shared.ts'

export interface LaneColumnsProps {
  readonly shared: LaneShared
  readonly heads: Board
  readonly onCreate: ((value: string) => void) | undefined
  readonly onFold: ((column: string, folded: boolean) => void) | undefined
}

function Head({ at, of: props }: { readonly at: LaneColumn; readonly of: LaneColumnsProps }) {
  const { shared, heads, onCreate, onFold } = props
  const column = heads.columns.find(({ value }) => value === at.value)
  if (column === undefined) return null
  const fold = onFold && ((next: boolean) => onFold(at.value ?? '', next))
  const shown = { column, title: at.title, color: at.color, onFold: fold }
  if (at.folded) return <FoldedColumn {...shown} />
  return (
    <>
      <ColumnHead
        {...shown}
        formLabel={shared.formLabel}
        onCreate={at.value === otherMark ? undefined : onCreate}
      />
      <ColumnSums column={column} sums={shared.sums} />
    </>
  )
}

/** The heads of the columns, which stay in sight over all lanes. */
export function LaneColumns(props: LaneColumnsProps) {
  return (
    <div className="pw-lanes-heads">
      {props.shared.columns.map((column) => (
        <div
          key={column.value ?? ''}
          className={`pw-lanes-column${column.folded ? ' pw-lanes-column-folded' : ''}`}
        >
          <Head at={column} of={props} />
        </div>
      ))}
    </div>
  )
}
