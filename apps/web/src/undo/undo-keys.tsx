import { App } from 'antd'
import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { client } from '../queries/client.ts'
import { useWorkspace } from '../shell/workspace-context.ts'
import { useText } from '../texts/use-text.ts'
import { useUndoChange } from './use-undo-change.tsx'

const typing = 'input, textarea, select, [contenteditable="true"], [role="dialog"]'

/** Which way Ctrl/⌘ Z leads; text being typed has its own. */
function wayOf(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return null
  if (event.target instanceof Element && event.target.closest(typing) !== null) return null
  const key = event.key.toLowerCase()
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
  return key === 'y' && event.ctrlKey && !event.shiftKey ? 'redo' : null
}

/** Ctrl/⌘ Z takes back what the member did last to records, with Shift does it again; step by step, also after a reload. */
export function UndoKeys() {
  const { workspace } = useWorkspace()
  const { pathname } = useLocation()
  const text = useText()
  const undo = useUndoChange()
  const { message } = App.useApp()
  // The designer takes back steps of the draft.
  const isDesigning = pathname.includes('/design')
  useEffect(() => {
    if (isDesigning) return undefined
    // One step after the other: keys pressed while a step is on its way wait for it.
    let steps = Promise.resolve()
    let waiting = 0
    const go = async (way: 'undo' | 'redo') => {
      const list = await client.call('listChanges', { params: { workspace: workspace.key } })
      const set = list[way]
      if (set === null)
        void message.info({ key: 'undo', content: text(way === 'undo' ? 'undoNone' : 'redoNone') })
      else await undo(set, way)
    }
    const onKey = (event: KeyboardEvent) => {
      const way = wayOf(event)
      if (way === null) return
      event.preventDefault()
      // A key held down does not run ahead of what is seen.
      if (event.repeat && waiting > 0) return
      waiting += 1
      steps = steps
        .then(() => go(way))
        .catch(() => void message.error({ key: 'undo', content: text('offline') }))
        .finally(() => {
          waiting -= 1
        })
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [isDesigning, workspace.key, undo, message, text])
  return null
}
