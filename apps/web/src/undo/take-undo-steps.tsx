import { useSay } from '@pipewright/ui'
import { useEffect } from 'react'
import { client } from '../queries/client.ts'
import { useWorkspace } from '../shell/workspace-context.ts'
import { useText } from '../texts/use-text.ts'
import type { UndoSteps, UndoWay } from './undo-steps.ts'
import { useUndoChange } from './use-undo-change.tsx'

/** Takes the steps the member asks for by key. */
export function TakeUndoSteps({ steps }: { readonly steps: UndoSteps }) {
  const { workspace } = useWorkspace()
  const text = useText()
  const undo = useUndoChange()
  const { message } = useSay()
  useEffect(() => {
    const go = async (way: UndoWay) => {
      const list = await client.call('listChanges', { params: { workspace: workspace.key } })
      const set = list[way]
      if (set === null) message.info({ key: 'undo', content: text(way === 'undo' ? 'undoNone' : 'redoNone') })
      else await undo(set, way)
    }
    return steps.serve((way) => go(way).catch(() => message.error({ key: 'undo', content: text('offline') })))
  }, [steps, workspace.key, undo, message, text])
  return null
}
