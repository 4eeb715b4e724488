import type { ToDoTask } from '@pipewright/contract'
import { useSay } from '@pipewright/ui'
import { useEffect, useState } from 'react'
import { currentTask } from './send-now.ts'
import { useText } from '../texts/use-text.ts'
import type { Waiting } from './waiting.ts'

/** The task as it is now at the server; asked once, so that who decides decides about what is shown. */
export function useTheirTask(entry: Waiting, onClose: () => void): ToDoTask | null {
  const text = useText()
  const { message } = useSay()
  const [theirs, setTheirs] = useState<ToDoTask | null>(null)
  useEffect(() => {
    currentTask(entry).then(setTheirs, () => {
      message.error(text('offline'))
      onClose()
    })
    // oxlint-disable-next-line react/exhaustive-deps -- asked once, when the dialog opens
  }, [entry.id])
  return theirs
}
