import { shiftDays } from '../moments/days.ts'
import type { RecordSpan } from '../moments/record-span.ts'

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** The keys that are down. */
export interface Pressed {
  readonly key: string
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** M asks for the day in a dialog. */
export const asksForDay = (
  event: Pressed & { readonly ctrlKey: boolean; readonly metaKey: boolean },
): boolean => event.key.toLowerCase() === 'm' && !event.ctrlKey && !event.metaKey && !event.altKey

/** What an arrow with Alt makes of a period: moved, or with Shift its end carried; null where the key means nothing. */
export function nudged(event: Pressed, span: RecordSpan, lengthens: boolean): RecordSpan | null {
  const count = steps[event.key]
  if (count === undefined || !event.altKey) return null
  if (!event.shiftKey)
    return {
      ...span,
      start: shiftDays(span.start, count),
      end: span.end === null ? null : shiftDays(span.end, count),
    }
  if (!lengthens) return null
  const end = shiftDays(span.end ?? span.start, count)
  return end < span.start ? null : { ...span, end }
}
