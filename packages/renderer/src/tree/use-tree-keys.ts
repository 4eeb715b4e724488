import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import type { RecordTreeProps } from './record-tree-props.ts'
import type { TreeLine } from './tree-lines.ts'

interface TreeKeysOptions extends Pick<RecordTreeProps, 'onOpen' | 'onUnfold'> {
  readonly lines: readonly TreeLine[]
  readonly tree: RefObject<HTMLElement | null>
  readonly scrollTo: (index: number) => void
  /** Goes on with a level, or tries again. */
  readonly onRest: (line: TreeLine) => void
  /** Chooses a record, or no more. */
  readonly onTick: ((id: string) => void) | undefined
}

const aPage = 10

const depthOf = (line: TreeLine | undefined): number => line?.depth ?? -1

/** The line that a key leads to from the one at `at`; undefined where it leads nowhere. */
export function nextLine(lines: readonly TreeLine[], at: number, key: string): number | undefined {
  const from = lines[at]
  const last = lines.length - 1
  const to = (place: number) => {
    const next = Math.min(Math.max(place, 0), last)
    return next === at ? undefined : next
  }
  if (key === 'ArrowDown') return to(at + 1)
  if (key === 'ArrowUp') return to(at - 1)
  if (key === 'PageDown') return to(at + aPage)
  if (key === 'PageUp') return to(at - aPage)
  if (key === 'Home') return to(0)
  if (key === 'End') return to(last)
  if (key === 'ArrowRight') return depthOf(lines[at + 1]) > depthOf(from) ? at + 1 : undefined
  if (key !== 'ArrowLeft' || from?.above === null) return undefined
  const above = lines.findIndex((line) => line.key === from?.above)
  return above < 0 ? undefined : above
}

/** The record a line is of, whatever lies above it. */
const recordOf = (key: string | null): string | undefined => key?.split(' ').at(-1)

/** The line that has the keyboard: the same one, or where its record has gone. */
function standingAt(lines: readonly TreeLine[], standing: string | null): number {
  const same = lines.findIndex((line) => line.key === standing)
  if (same >= 0) return same
  const gone = recordOf(standing)
  return Math.max(
    0,
    lines.findIndex((line) => line.kind === 'row' && line.record.id === gone),
  )
}

const isMenuKey = ({ key, shiftKey }: KeyboardEvent): boolean =>
  key === 'ContextMenu' || (shiftKey && key === 'F10')

/** Rows beside one that can be opened. */
const besides = (lines: readonly TreeLine[], line: TreeLine): string[] =>
  lines.flatMap((each) =>
    each.kind === 'row' && each.above === line.above && each.children.count > 0 ? [each.record.id] : [],
  )

/** Arrows go along the tree, open and close it; Enter opens the record, the space bar chooses it. One stop of the tab key, and its menu. */
export function useTreeKeys({ lines, tree, scrollTo, onOpen, onUnfold, onRest, onTick }: TreeKeysOptions) {
  const [standing, stand] = useState<string | null>(null)
  const at = standingAt(lines, standing)
  const active = lines[at]?.key
  // The row to have the focus: one that was gone to, or the one that had it when it was drawn anew elsewhere.
  const wanted = useRef<string | null>(null)
  const isHere = useRef(false)
  const rowOf = (key: string) => tree.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(key)}"]`)
  useEffect(() => {
    const isLost = isHere.current && document.activeElement === document.body
    const goal = wanted.current ?? (isLost ? active : undefined)
    if (goal === undefined) return
    const row = rowOf(goal)
    if (row === null || row === undefined) return
    wanted.current = null
    row.focus()
  })
  const go = (next: number) => {
    const goal = lines[next]
    if (goal === undefined) return
    wanted.current = goal.key
    stand(goal.key)
    scrollTo(next)
  }
  /** Whether the key does something with the row itself. */
  const act = (event: KeyboardEvent, line: TreeLine): boolean => {
    const { key } = event
    if (line.kind !== 'row') {
      if (key !== 'Enter' && key !== ' ') return false
      onRest(line)
      return true
    }
    if (isMenuKey(event)) rowOf(line.key)?.querySelector<HTMLElement>('.pw-tree-menu')?.click()
    else if (key === 'Enter') onOpen(line.record)
    else if (key === ' ' && onTick !== undefined) onTick(line.record.id)
    else if (key === 'ArrowRight' && line.children.count > 0 && !line.open) onUnfold([line.record.id], true)
    else if (key === 'ArrowLeft' && line.open) onUnfold([line.record.id], false)
    else if (key === '*') onUnfold(besides(lines, line), true)
    else return false
    return true
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const line = lines[at]
    const isOnRow = event.target instanceof HTMLElement && event.target.dataset['line'] !== undefined
    if (!isOnRow || line === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    if (event.nativeEvent.isComposing) return
    if (!act(event, line)) {
      const next = nextLine(lines, at, event.key)
      if (next === undefined) return
      go(next)
    }
    event.preventDefault()
  }
  const onFocus = () => {
    isHere.current = true
  }
  /** Leaves only where something else takes the focus: a row that is drawn anew loses it to nothing. */
  const onBlur = ({ relatedTarget }: { readonly relatedTarget: EventTarget | null }) => {
    if (relatedTarget instanceof Node) isHere.current = tree.current?.contains(relatedTarget) === true
  }
  return { active, at, stand, on: { onKeyDown, onFocus, onBlur } }
}
