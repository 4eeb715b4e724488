import type { MapCell, RecordAnswer } from '@pipewright/contract'
import { divIcon, marker, type Map as LeafletMap, type Marker } from 'leaflet'
import { useEffect, useRef } from 'react'

/** One thing that is drawn: a record, or several that lie close. */
export interface Mark {
  readonly key: string
  readonly cell: MapCell
  readonly record: RecordAnswer | undefined
  /** What it says to whoever does not see it. */
  readonly label: string
  readonly shown: string
  /** Null for several that have no colour in common. */
  readonly color: string | null
}

/** Fuller ones are larger: 36, 42, 48 … pixels; a finger hits each. */
const sizeOf = ({ cell, record }: Mark): number =>
  record === undefined ? 30 + 6 * Math.min(5, String(cell.count).length) : 28

/** Several records where the view gives no colours. */
export const uncolored = 'accent'

/** What a mark takes of its colour. */
const shades = ['solid', 'surface', 'text'] as const

function iconOf(mark: Mark) {
  const element = document.createElement('span')
  element.textContent = mark.shown
  const kind = mark.record === undefined ? 'pw-map-many' : 'pw-map-one'
  const size = sizeOf(mark)
  return divIcon({ html: element, className: `pw-map-mark ${kind}`, iconSize: [size, size] })
}

function dress(drawn: Marker, mark: Mark, isHot: boolean): void {
  const element = drawn.getElement()
  if (element === undefined) return
  element.setAttribute('aria-label', mark.label)
  element.dataset['mark'] = mark.key
  const isMany = mark.record === undefined
  const isShaded = mark.color !== null && mark.color !== uncolored
  element.classList.toggle('pw-map-plain', isMany && mark.color === null)
  element.classList.toggle('pw-map-shaded', isMany && isShaded)
  for (const shade of isShaded ? shades : [])
    element.style.setProperty(`--mark-${shade}`, `var(--pw-${mark.color}-${shade})`)
  element.classList.toggle('pw-map-hot', isHot)
}

interface Drawn {
  readonly marker: Marker
  readonly look: string
}

/** Draws marks and keeps those that stay, with the focus they may have. */
export function useMarks(
  map: LeafletMap | null,
  marks: readonly Mark[],
  hot: string | undefined,
  onPick: (mark: Mark) => void,
): void {
  const drawn = useRef(new Map<string, Drawn>())
  const latest = useRef({ marks, onPick })
  useEffect(() => {
    latest.current = { marks, onPick }
  })
  useEffect(() => {
    if (map === null) return undefined
    const all = drawn.current
    return () => {
      for (const one of all.values()) one.marker.remove()
      all.clear()
    }
  }, [map])
  useEffect(() => {
    if (map === null) return
    const pick = (key: string) => {
      const mark = latest.current.marks.find((one) => one.key === key)
      if (mark !== undefined) latest.current.onPick(mark)
    }
    const wanted = new Map(marks.map((mark) => [mark.key, mark]))
    for (const [key, one] of drawn.current)
      if (JSON.stringify(looks(wanted.get(key))) !== one.look) {
        one.marker.remove()
        drawn.current.delete(key)
      }
    for (const mark of marks) {
      const before = drawn.current.get(mark.key)
      const made = before?.marker ?? draw(map, mark, pick)
      if (before === undefined)
        drawn.current.set(mark.key, { marker: made, look: JSON.stringify(looks(mark)) })
      dress(made, mark, mark.key === hot)
    }
  }, [map, marks, hot])
}

const looks = (mark: Mark | undefined) =>
  mark && [mark.cell.latitude, mark.cell.longitude, mark.shown, mark.color, mark.record === undefined]

function draw(map: LeafletMap, mark: Mark, pick: (key: string) => void): Marker {
  const made = marker([mark.cell.latitude, mark.cell.longitude], { icon: iconOf(mark), keyboard: true })
  made.on('click', () => pick(mark.key)).addTo(map)
  made.getElement()?.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    event.stopPropagation()
    pick(mark.key)
  })
  return made
}
