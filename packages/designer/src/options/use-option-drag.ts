import type { Option } from '@pipewright/schemas'
import { useState, type DragEvent } from 'react'
import { moveOptionTo } from './option-edits.ts'

const kind = 'application/x-pipewright-option'

/** Handlers for a handle that is dragged and for the row it is dropped on. */
export interface OptionDrag {
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

/** Options are put in another order with the mouse; by keyboard the menu of each moves it. */
export function useOptionDrag(
  options: readonly Option[],
  onOptions: (options: Option[]) => void,
): OptionDrag {
  const [over, setOver] = useState<string | null>(null)
  return {
    over,
    handle: (key) => ({
      draggable: true,
      onDragStart: (event) => {
        event.dataTransfer.setData(kind, key)
        event.dataTransfer.effectAllowed = 'move'
      },
    }),
    row: (key) => ({
      onDragOver: (event) => {
        if (!event.dataTransfer.types.includes(kind)) return
        event.preventDefault()
        setOver(key)
      },
      onDragLeave: () => setOver(null),
      onDrop: (event) => {
        event.preventDefault()
        setOver(null)
        const moved = event.dataTransfer.getData(kind)
        if (moved === '' || moved === key) return
        onOptions(
          moveOptionTo(
            options,
            moved,
            options.findIndex((option) => option.key === key),
          ),
        )
      },
    }),
  }
}
