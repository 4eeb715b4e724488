import { useState, type DragEvent } from 'react'
import { cardType } from './board-card.tsx'

/** Takes cards that are dropped, and nothing else. */
export function useDropZone(movable: boolean, onCard: (id: string) => void) {
  const [over, setOver] = useState(false)
  const isCard = (event: DragEvent) => movable && event.dataTransfer.types.includes(cardType)
  return {
    over,
    zone: {
      onDragOver: (event: DragEvent) => {
        if (!isCard(event)) return
        event.preventDefault()
        setOver(true)
      },
      onDragLeave: (event: DragEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      },
      onDrop: (event: DragEvent) => {
        if (!isCard(event)) return
        event.preventDefault()
        setOver(false)
        onCard(event.dataTransfer.getData(cardType))
      },
    },
  }
}
