import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { HeadRow } from '../table/head-row.tsx'
import { GridLine } from './grid-line.tsx'
import type { RecordTreeProps } from './record-tree-props.ts'
import type { TreeGridProps } from './tree-grid-props.ts'
import type { TreeLine } from './tree-lines.ts'
import { heightOf } from './tree-sizes.ts'
import { useTreeKeys } from './use-tree-keys.ts'

const none: never[] = []

/** Of all lines those in sight, and the one that has the keyboard. */
function useLinesInSight(lines: readonly TreeLine[], narrow: boolean, at: { readonly current: number }) {
  const scroller = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- what it returns is used only here, never handed to memoised parts
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(lines[index], narrow),
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 10,
    initialRect: { width: 1200, height: 800 },
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range)
      const { current } = at
      return current >= range.count || seen.includes(current)
        ? seen
        : [...seen, current].toSorted((one, other) => one - other)
    },
  })
  useEffect(() => virtual.measure(), [virtual, lines, narrow])
  return { scroller, virtual }
}

/** Asks for levels that have come in sight, and goes on with the highest where its end has. */
function useComing({ onNeed, onMore }: RecordTreeProps, seen: readonly (TreeLine | undefined)[]) {
  const waiting = seen.flatMap((line) => (line?.kind === 'waiting' ? (line.under ?? none) : none))
  const isEnd = seen.some((line) => line?.kind === 'more' && line.under === null)
  const names = waiting.join(' ')
  useEffect(() => {
    if (names !== '') onNeed(names.split(' '))
  }, [names, onNeed])
  useEffect(() => {
    if (isEnd) onMore(null)
  }, [isEnd, seen.length, onMore])
}

/** The rows of a tree, with the heads of their columns. */
export function TreeGrid(props: TreeGridProps) {
  const { lines, shown, layout, narrow, menus, ticked, onOpen, onUnfold } = props
  const stood = useRef(0)
  const { scroller, virtual } = useLinesInSight(lines, narrow, stood)
  const items = virtual.getVirtualItems()
  useComing(
    props,
    items.map(({ index }) => lines[index]),
  )
  const onRest = (line: TreeLine) => {
    if (line.kind === 'failed') props.onRetry(line.under)
    if (line.kind === 'more') props.onMore(line.under)
  }
  const scrollTo = (index: number) => virtual.scrollToIndex(index)
  const onTick = ticked && ((id: string) => props.onTick(id, !ticked.has(id), false))
  const keys = useTreeKeys({ lines, tree: scroller, scrollTo, onOpen, onUnfold, onRest, onTick })
  useEffect(() => {
    stood.current = keys.at
  }, [keys.at])
  return (
    <div ref={scroller} className="pw-table pw-tree">
      <div
        role="treegrid"
        aria-label={props.label}
        aria-rowcount={lines.length + 1}
        aria-colcount={layout.front + (narrow ? 1 : shown.length) + (menus ? 1 : 0)}
        style={{ minWidth: narrow ? undefined : layout.least }}
        {...keys.on}
      >
        {!narrow && (
          <HeadRow
            form={props.form}
            rows={props.rows}
            sort={props.sort}
            onSort={props.onSort}
            columns={shown}
            layout={layout}
            {...(ticked === undefined ? {} : { selection: ticked })}
            {...(props.onSelect === undefined ? {} : { onSelect: props.onSelect })}
            {...(props.onResize === undefined ? {} : { onResize: props.onResize })}
            {...(menus ? { onMenu: () => undefined } : {})}
          />
        )}
        <div role="rowgroup" className="pw-rows" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => (
            <GridLine key={item.key} {...props} item={item} keys={keys} onRest={onRest} />
          ))}
        </div>
      </div>
    </div>
  )
}
