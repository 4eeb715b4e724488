import { lazy, Suspense, useEffect, useState } from 'react'
import { useLocation } from 'react-router'
import { undoSteps, type UndoWay } from './undo-steps.ts'

const TakeUndoSteps = lazy(async () => ({ default: (await import('./take-undo-steps.tsx')).TakeUndoSteps }))

const typing = 'input, textarea, select, [contenteditable="true"], [role="dialog"]'

/** Which way Ctrl/⌘ Z leads; text being typed has its own. */
function wayOf(event: KeyboardEvent): UndoWay | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return null
  if (event.target instanceof Element && event.target.closest(typing) !== null) return null
  const key = event.key.toLowerCase()
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
  return key === 'y' && event.ctrlKey && !event.shiftKey ? 'redo' : null
}

/**
 * Ctrl/⌘ Z takes back what the member did last to records, with Shift does it again; step by step, also after a reload. Keys
 * are heard as soon as a page shows; what takes the steps may still be on its way.
 */
export function UndoKeys() {
  const { pathname } = useLocation()
  const [steps] = useState(undoSteps)
  // The designer takes back steps of the draft.
  const isDesigning = pathname.includes('/design')
  useEffect(() => {
    if (isDesigning) return undefined
    const onKey = (event: KeyboardEvent) => {
      const way = wayOf(event)
      if (way === null) return
      event.preventDefault()
      // A key held down does not run ahead of what is seen.
      if (!event.repeat || steps.waiting() === 0) steps.ask(way)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [isDesigning, steps])
  return (
    <Suspense fallback={null}>
      <TakeUndoSteps steps={steps} />
    </Suspense>
  )
}
