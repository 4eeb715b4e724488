import { useSay } from '@pipewright/ui'
import { useEffect, useRef } from 'react'
import { useDesign, useDraftState } from '../environment/design-context.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { CommandResult } from '../draft/draft-store.ts'

/** Undo and redo with what they answer; nothing happens while another command runs. */
export function useCommands() {
  const t = useTexts()
  const { message } = useSay()
  const { store } = useDesign()
  const { server, waiting, busy } = useDraftState()
  const report = async (result: Promise<CommandResult<unknown>>) => {
    const answer = await result
    if (!answer.ok) message.error(answer.problem?.title ?? t('bar.lostLong'))
    return answer.ok
  }
  return {
    isBusy: () => store.state().busy,
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

/** Undo or redo, if these keys mean one of them. */
function commandOf(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(event.ctrlKey || event.metaKey) || isTyping(event.target)) return null
  const key = event.key.toLowerCase()
  if (key === 'y' || (key === 'z' && event.shiftKey)) return 'redo'
  return key === 'z' ? 'undo' : null
}

/**
 * Ctrl/⌘ Z and its opposites; inside a text they stay with the text. A press that comes while the one before is still
 * under way is carried out after it, so that three quick presses undo three steps.
 */
export function useUndoKeys(commands: ReturnType<typeof useCommands>): void {
  const { isBusy } = commands
  const pressed = useRef<('undo' | 'redo')[]>([])
  useEffect(() => {
    const next = () => {
      if (isBusy()) return
      const command = pressed.current.shift()
      if (command === 'undo' && commands.canUndo) void commands.undo()
      if (command === 'redo' && commands.canRedo) void commands.redo()
    }
    const listen = (event: KeyboardEvent) => {
      const command = commandOf(event)
      if (command === null) return
      event.preventDefault()
      pressed.current.push(command)
      next()
    }
    next()
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  })
}
