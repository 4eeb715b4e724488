import { ProblemError, type UndoStep } from '@pipewright/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useSay } from '@pipewright/ui'
import { lazy, Suspense, useCallback } from 'react'
import { client } from '../queries/client.ts'
import { refreshRecords } from '../queries/records.ts'
import { useWorkspace } from '../shell/workspace-context.ts'
import { useText } from '../texts/use-text.ts'
import { newChangeSet } from './new-change-set.ts'

const UndoReport = lazy(async () => ({ default: (await import('./undo-report.tsx')).UndoReport }))

export const changesKey = (workspace: string) => ['changes', workspace] as const
const messageKey = 'undo'

/** What an undo came to, over all its steps. */
export interface Undone extends Pick<UndoStep, 'left' | 'refused'> {
  readonly done: number
}

/** Goes through all steps of an undo; what it came to so far is told to `onStep`. */
async function takeBack(workspace: string, id: string, onStep: (done: number) => void): Promise<Undone> {
  const all: { left: UndoStep['left']; refused: UndoStep['refused'] } = { left: [], refused: [] }
  const into = newChangeSet()
  let done = 0
  let after: string | null = null
  do {
    const step: UndoStep = await client.call('undoChange', {
      params: { workspace, id },
      body: { into, ...(after === null ? {} : { after }) },
    })
    done += step.done.length
    all.left.push(...step.left)
    all.refused.push(...step.refused)
    after = step.next
    if (after !== null) onStep(done)
  } while (after !== null)
  return { ...all, done }
}

/**
 * Takes back a change of the member, however many records it touched, and says field by field what was left alone. Answers
 * whether it came to its end.
 */
export function useUndoChange(): (set: string, way?: 'undo' | 'redo') => Promise<boolean> {
  const app = useWorkspace()
  const workspace = app.workspace.key
  const text = useText()
  const queries = useQueryClient()
  const { message, modal } = useSay()
  return useCallback(
    async (set, way = 'undo') => {
      let ended = false
      try {
        const undone = await takeBack(workspace, set, (count) =>
          message.loading({ key: messageKey, duration: 0, content: text('undoing', { count }) }),
        )
        ended = true
        const said = way === 'undo' ? 'undoneMany' : 'redoneMany'
        const nothing = undone.done === 0
        message.open({
          key: messageKey,
          type: nothing ? 'info' : 'success',
          content: nothing ? text('undoNothing') : text(said, { count: undone.done }),
        })
        if (undone.left.length + undone.refused.length > 0)
          modal.info({
            title: text('undoLeft'),
            width: 560,
            content: (
              <Suspense fallback={null}>
                <UndoReport app={app} undone={undone} />
              </Suspense>
            ),
            okText: text('close'),
          })
      } catch (error) {
        const content = error instanceof ProblemError ? error.problem.title : text('offline')
        message.error({ key: messageKey, content })
      }
      await Promise.all([
        refreshRecords(queries),
        queries.invalidateQueries({ queryKey: changesKey(workspace) }),
      ])
      return ended
    },
    [app, workspace, text, queries, message, modal],
  )
}
