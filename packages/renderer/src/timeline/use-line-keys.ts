import type { Virtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { RecordSpan } from '../moments/record-span.ts'
import type { TableEntry } from '../table/groups/table-entry.ts'
import { shiftSpan, stepMinutes, barOf } from './time-scale.ts'
import { stopSelector, type TimelineSite } from './timeline-site.ts'

type Virtual = Virtualizer<HTMLElement, Element>

const scrollStep = 120

const stopAt = (scroller: HTMLElement | null, index: number): HTMLElement | null =>
  scroller?.querySelector<HTMLElement>(`[data-index="${index}"] ${stopSelector}`) ?? null

/** The next line that can take the focus. */
function nextStop(entries: readonly TableEntry[], from: number, by: 1 | -1): number | null {
  for (let at = from + by; at >= 0 && at < entries.length; at += by)
    if (entries[at]?.kind !== 'more') return at
  return null
}

/** Leads the focus to a line, also to one that is only drawn when it is scrolled to. */
function useFocusLine(scroller: () => HTMLElement | null, virtual: Virtual) {
  const wanted = useRef<number | null>(null)
  const arrive = () => {
    if (wanted.current === null) return
    const stop = stopAt(scroller(), wanted.current)
    if (stop === null) return
    wanted.current = null
    stop.focus()
  }
  useEffect(arrive)
  return (index: number) => {
    wanted.current = index
    virtual.scrollToIndex(index)
    arrive()
  }
}

/** What an arrow with Shift makes of a period: moved, or with Alt as well its end carried. */
function shifted(event: KeyboardEvent, span: RecordSpan, site: TimelineSite): RecordSpan | null {
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (by === 0 || !event.shiftKey || (event.altKey && !site.lengthens)) return null
  return shiftSpan(span, event.altKey ? 'end' : 'whole', by * stepMinutes(site.scale, span.allDay))
}

/** Arrows lead through the lines and scroll the days; with Shift they move the record. */
export function useLineKeys(site: TimelineSite, entries: readonly TableEntry[], virtual: Virtual) {
  const focusLine = useFocusLine(site.scroller, virtual)
  const moveBy = (event: KeyboardEvent<HTMLElement>, index: number): boolean => {
    const entry = entries[index]
    if (entry?.kind !== 'row' || !site.mayMove(entry.record)) return false
    if (event.key.toLowerCase() === 'm' && !event.ctrlKey && !event.metaKey) {
      site.placing.ask(entry.record)
      return true
    }
    const span = site.placing.spanOf(entry.record)
    const next = span && shifted(event, span, site)
    if (next === null) return false
    site.placing.nudge(entry.record, next)
    if (barOf(site.scale, next) === null) site.reveal(next)
    else
      requestAnimationFrame(() =>
        stopAt(site.scroller(), index)?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
      )
    return true
  }
  return (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement
    if (target.closest(stopSelector) === null) return
    const index = Number(target.closest<HTMLElement>('[data-index]')?.dataset['index'])
    if (moveBy(event, index)) return event.preventDefault()
    if (event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return undefined
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by !== 0) {
      event.preventDefault()
      const next = nextStop(entries, index, by)
      return next === null ? undefined : focusLine(next)
    }
    const aside = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (aside === 0 || entries[index]?.kind !== 'row') return undefined
    event.preventDefault()
    return site.scroller()?.scrollBy({ left: aside * scrollStep })
  }
}
