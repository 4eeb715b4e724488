import { useState, type DragEvent } from 'react'

/** Handlers for a handle that is dragged and for the row it is dropped on. */
export interface RowDrag {
  readonly over: string | null
  readonly handle: (key: string) => {
    readonly draggable: true
    readonly onDragStart: (event: DragEvent) => void
  }
  readonly row: (key: string) => {
    readonly onDragOver: (event: DragEvent) => void
    readonly onDragLeave: () => void
    readonly onDrop: (event: DragEvent) => void
  }
}

/**
 * Rows of a list are put in another order with the mouse; by keyboard the menu of each moves it. Only what is of one
 * `kind` is taken, so that nothing of another list is dropped here.
 */
export function useRowDrag(kind: string, onDrop: (moved: string, at: string) => void): RowDrag {
  const [over, setOver] = useState<string | null>(null)
  const type = `application/x-pipewright-${kind}`
  return {
    over,
    handle: (key) => ({
      draggable: true,
      onDragStart: (event) => {
        event.dataTransfer.setData(type, key)
        event.dataTransfer.effectAllowed = 'move'
      },
    }),
    row: (key) => ({
      onDragOver: (event) => {
        if (!event.dataTransfer.types.includes(type)) return
        event.preventDefault()
        setOver(key)
      },
      onDragLeave: () => setOver(null),
      onDrop: (event) => {
        event.preventDefault()
        setOver(null)
        const moved = event.dataTransfer.getData(type)
        if (moved !== '' && moved !== key) onDrop(moved, key)
      },
    }),
  }
}
