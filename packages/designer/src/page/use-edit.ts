import { indexDefinition, type Problem } from '@pipewright/metadata'
import type { Edit } from '@pipewright/schemas'
import { useCallback, useRef, useState } from 'react'
import type { DraftStore } from '../draft/draft-store.ts'
import { aimEdits } from '../layouts/aim-edits.ts'

/** Edits of the open form by its open layout; why some did not fit is shown, or answered to whoever asks to hear it. */
export function useEdit(store: DraftStore, form: string, layout: string | null) {
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const heard = useRef<Problem[] | null>(null)
  const edit = useCallback(
    (...edits: Edit[]) => {
      const open = indexDefinition(store.state().definition).form(form)
      const found = store.edit(open === undefined ? edits : aimEdits(open, layout, edits))
      if (heard.current !== null) heard.current.push(...found)
      else if (found.length > 0) setProblems(found)
      return found.length === 0
    },
    [store, form, layout],
  )
  const refusalsOf = useCallback((act: () => void): readonly Problem[] => {
    const found: Problem[] = []
    heard.current = found
    try {
      act()
    } finally {
      heard.current = null
    }
    return found
  }, [])
  return { edit, refusalsOf, problems, dismiss: () => setProblems([]) }
}
