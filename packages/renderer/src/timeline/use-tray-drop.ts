import type { RecordAnswer } from '@pipewright/contract'
import { useState, type DragEvent } from 'react'
import { spanBetween } from './use-bar-drag.ts'
import type { TimelineSite } from './timeline-site.ts'

/** Kind of dragged data, so that files and texts dragged over the days are not taken for records. */
export const trayType = 'application/x-pipewright-undated'

/** Records without a date are dropped on a day. */
export function useTrayDrop(site: TimelineSite, rows: readonly RecordAnswer[]) {
  const [over, setOver] = useState<number | null>(null)
  const placeOf = ({ clientX }: DragEvent): number => {
    const box = site.scroller()?.getBoundingClientRect()
    return clientX - (box?.left ?? 0) + (site.scroller()?.scrollLeft ?? 0) - site.side
  }
  const handlers = {
    onDragOver: (event: DragEvent<HTMLElement>) => {
      if (!event.dataTransfer.types.includes(trayType)) return
      event.preventDefault()
      const x = placeOf(event)
      setOver(x < 0 ? null : Math.floor(x / site.scale.dayWidth) * site.scale.dayWidth)
    },
    onDragLeave: () => setOver(null),
    onDrop: (event: DragEvent<HTMLElement>) => {
      const id = event.dataTransfer.getData(trayType)
      setOver(null)
      const record = rows.find((row) => row.id === id)
      const x = placeOf(event)
      if (record === undefined || x < 0) return
      event.preventDefault()
      void site.placing.place(record, spanBetween(site, x, x))
    },
  }
  return { over, handlers }
}
