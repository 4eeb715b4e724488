import type { RecordAnswer } from '@pipewright/contract'
import { useRef, useState, type PointerEvent } from 'react'
import type { RecordSpan } from '../moments/record-span.ts'
import { followPointer, mayDrag } from './follow-pointer.ts'
import { minutesOf, shiftSpan, timeAt, type SpanPart } from './time-scale.ts'
import type { GroupValue, TimelineSite } from './timeline-site.ts'

/** Where something is drawn while it is dragged: a record by its id, a new one by its line. */
export interface Preview {
  readonly id: string
  readonly span: RecordSpan
}

const partOf = (target: EventTarget): SpanPart => {
  const grip = target instanceof Element ? target.closest<HTMLElement>('[data-grip]')?.dataset['grip'] : null
  return grip === 'start' || grip === 'end' ? grip : 'whole'
}

/** The period between two places of a line. */
export function spanBetween(
  { scale, allDay, lengthens }: Pick<TimelineSite, 'scale' | 'allDay' | 'lengthens'>,
  a: number,
  b: number,
): RecordSpan {
  const start = timeAt(scale, Math.min(a, b), allDay)
  const last = timeAt(scale, Math.max(a, b), allDay)
  return { start, end: lengthens && last > start ? last : null, allDay }
}

/** Follows a drag and shows where it would lead. */
function useFollowed(site: TimelineSite) {
  const [preview, show] = useState<Preview | null>(null)
  // The click that ends a drag opens nothing.
  const wasDragged = useRef(false)
  const follow = (
    event: PointerEvent<HTMLElement>,
    id: string,
    spanAt: (dx: number) => RecordSpan | null,
    finish: (span: RecordSpan | null) => void,
    line?: string,
  ) => {
    const scroller = site.scroller()
    if (scroller === null) return
    let last: RecordSpan | null = null
    const end = (moved: boolean) => {
      // Nothing is clicked on an empty line.
      wasDragged.current = moved && id !== line
      show(null)
    }
    wasDragged.current = false
    const onMove = (dx: number) => {
      const span = spanAt(dx)
      if (span === null) return
      last = span
      show({ id, span })
    }
    const onDrop = (moved: boolean) => {
      end(moved)
      finish(last)
    }
    followPointer(event, { scroller, side: site.side }, { onMove, onDrop, onCancel: () => end(true) })
  }
  /** Whether a click was the end of a drag; told once. */
  const endedDrag = () => {
    const was = wasDragged.current
    wasDragged.current = false
    return was
  }
  return { preview, follow, endedDrag }
}

/** Bars are dragged, their ends carried, and new ones drawn on empty lines. */
export function useBarDrag(site: TimelineSite) {
  const { preview, follow, endedDrag } = useFollowed(site)
  const drag = (event: PointerEvent<HTMLElement>, record: RecordAnswer, span: RecordSpan) => {
    if (!mayDrag(event) || !site.mayMove(record)) return
    const part = partOf(event.target)
    follow(
      event,
      record.id,
      (dx) => shiftSpan(span, part, minutesOf(site.scale, dx, span.allDay)),
      (next) => {
        const isSame = next === null || (next.start === span.start && next.end === span.end)
        if (!isSame) void site.placing.place(record, next)
      },
    )
  }
  const draw = (event: PointerEvent<HTMLElement>, line: string, group: GroupValue | null) => {
    const { createIn } = site
    if (!mayDrag(event) || createIn === undefined) return
    const from = event.clientX - event.currentTarget.getBoundingClientRect().left
    follow(
      event,
      line,
      (dx) => spanBetween(site, from, from + dx),
      (span) => createIn(span ?? spanBetween(site, from, from), group),
      line,
    )
  }
  return { preview, drag, draw, endedDrag }
}

export type BarDrag = ReturnType<typeof useBarDrag>
