import { App } from 'antd'
import { useEffect } from 'react'
import { useDesign, useDraftState } from '../environment/design-context.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { CommandResult } from '../draft/draft-store.ts'

/** Undo and redo with what they answer; nothing happens while another command runs. */
export function useCommands() {
  const t = useTexts()
  const { message } = App.useApp()
  const { store } = useDesign()
  const { server, waiting, busy } = useDraftState()
  const report = async (result: Promise<CommandResult<unknown>>) => {
    const answer = await result
    if (!answer.ok) void message.error(answer.problem?.title ?? t('bar.lostLong'))
    return answer.ok
  }
  return {
    canUndo: !busy && (server.undo > 0 || waiting.length > 0),
    canRedo: !busy && server.redo > 0 && waiting.length === 0,
    undo: () => report(store.undo()),
    redo: () => report(store.redo()),
    report,
  }
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

/** Ctrl/⌘ Z and its opposites; inside a text they stay with the text. */
export function useUndoKeys({ canUndo, canRedo, undo, redo }: ReturnType<typeof useCommands>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || isTyping(event.target)) return
      const key = event.key.toLowerCase()
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey)
      if (!isRedo && key !== 'z') return
      event.preventDefault()
      if (isRedo && canRedo) void redo()
      if (!isRedo && canUndo) void undo()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [canUndo, canRedo, undo, redo])
}
