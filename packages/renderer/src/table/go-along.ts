import type { KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'

/** Arrows go from head to head, as they go from cell to cell below; a head out of sight is drawn first. */
export function goAlong(
  event: KeyboardEvent<HTMLElement>,
  paths: readonly string[],
  stand: (at: number) => void,
) {
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (by === 0 || event.target instanceof HTMLInputElement) return
  const head = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-column]') : null
  if (head === null) return
  const next = paths.findIndex((path) => path === head.dataset['column']) + by
  const path = paths[next]
  if (path === undefined) return
  event.preventDefault()
  const heads = event.currentTarget
  flushSync(() => stand(next))
  const there = [...heads.querySelectorAll<HTMLElement>('[data-column]')].find(
    ({ dataset }) => dataset['column'] === path,
  )
  there?.querySelector<HTMLElement>('.pw-th-name')?.focus()
}
