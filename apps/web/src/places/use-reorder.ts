import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'

/** What a list needs so that its rows can be put in another order: by a grip that is dragged, or by Alt and the arrows. */
export interface Reorder {
  /** The row that is dragged, and the place where it would come to stand. */
  readonly dragged: { readonly key: string; readonly to: number } | null
  /** Takes the list itself, whose children are the rows. */
  readonly list: (element: HTMLElement | null) => void
  readonly grip: (key: string) => {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerUp: () => void
    readonly onPointerCancel: () => void
  }
  readonly row: (key: string) => { readonly onKeyDown: (event: KeyboardEvent) => void }
}

const middle = (row: Element): number => {
  const { top, height } = row.getBoundingClientRect()
  return top + height / 2
}

/** Mouse, pen and finger alike; `keys` are the children of the list in order. */
export function useReorder(keys: readonly string[], onMove: (key: string, to: number) => void): Reorder {
  const list = useRef<HTMLElement | null>(null)
  const [dragged, setDragged] = useState<Reorder['dragged']>(null)
  const drop = () => {
    if (dragged !== null && keys[dragged.to] !== dragged.key) onMove(dragged.key, dragged.to)
    setDragged(null)
  }
  return {
    dragged,
    list: (element) => void (list.current = element),
    grip: (key) => ({
      onPointerDown: (event) => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        setDragged({ key, to: keys.indexOf(key) })
      },
      onPointerMove: ({ clientY }) => {
        if (dragged === null) return
        const others = [...(list.current?.children ?? [])].filter((_, place) => keys[place] !== dragged.key)
        setDragged({ key: dragged.key, to: others.filter((row) => middle(row) < clientY).length })
      },
      onPointerUp: drop,
      onPointerCancel: () => setDragged(null),
    }),
    row: (key) => ({
      onKeyDown: (event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
        event.preventDefault()
        const to = keys.indexOf(key) + (event.key === 'ArrowUp' ? -1 : 1)
        if (to >= 0 && to < keys.length) onMove(key, to)
      },
    }),
  }
}
