import type { VirtualItem } from '@tanstack/react-virtual'
import { columnOfRecord } from '../board/board-value.ts'
import type { TreeGridProps } from './tree-grid-props.ts'
import type { TreeLine } from './tree-lines.ts'
import { TreeRest } from './tree-rest.tsx'
import { TreeRow } from './tree-row.tsx'
import type { useTreeKeys } from './use-tree-keys.ts'

interface GridLineProps extends TreeGridProps {
  readonly item: VirtualItem
  readonly keys: ReturnType<typeof useTreeKeys>
  readonly onRest: (line: TreeLine) => void
}

/** One line of the tree, where it lies. */
export function GridLine({ item, keys, onRest, ...props }: GridLineProps) {
  const { lines, shown, layout, narrow, menus, ticked, moves, onCreate, parent } = props
  const line = lines[item.index]
  if (line === undefined) return null
  const style = {
    height: item.size,
    transform: `translateY(${item.start}px)`,
    gridTemplateColumns: narrow
      ? `${ticked === undefined ? '' : '44px '}minmax(0, 1fr)${menus ? ' 52px' : ''}`
      : layout.template,
  }
  const at = {
    style,
    narrow,
    index: item.index,
    active: keys.active === line.key,
    onStand: () => keys.stand(line.key),
  }
  if (line.kind !== 'row') return <TreeRest line={line} {...at} onRest={() => onRest(line)} />
  const { record } = line
  return (
    <TreeRow
      {...at}
      line={line}
      columns={shown}
      layout={layout}
      menus={menus}
      ticked={ticked?.has(record.id)}
      onTick={props.onTick}
      mark={props.markOf(record)}
      isTop={columnOfRecord(record, parent) === null}
      movable={moves.mayMove(record)}
      onOpen={() => props.onOpen(record)}
      onUnfold={(open) => props.onUnfold([record.id], open)}
      onDropCard={(id) => moves.drop(id, record.id)}
      onDrag={props.onDrag}
      onAsk={() => props.onAsk(record)}
      onTop={() => moves.move(record, null)}
      onCreate={onCreate && (() => onCreate({ [parent]: record.id }))}
    />
  )
}
