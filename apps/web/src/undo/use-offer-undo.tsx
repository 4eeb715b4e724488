import { useSay } from '@pipewright/ui'
import { Button } from 'antd'
import { useCallback } from 'react'
import { isLost } from '../queries/connection.ts'
import { useText } from '../texts/use-text.ts'
import { useUndoChange } from './use-undo-change.tsx'

const seconds = 8

/** Says what was done and offers to take it back. */
export function useOfferUndo(): (said: string, set: string) => void {
  const text = useText()
  const undo = useUndoChange()
  const { message } = useSay()
  return useCallback(
    (said, set) => {
      // Without the server it waits on this device, where it can be changed and discarded.
      if (isLost()) return message.info(text('keptHere'))
      const key = `done ${set}`
      const take = () => {
        message.destroy(key)
        void undo(set)
      }
      message.success({
        key,
        duration: seconds,
        content: (
          <>
            {said}{' '}
            <Button type="link" size="small" onClick={take}>
              {text('undo')}
            </Button>
          </>
        ),
      })
    },
    [text, undo, message],
  )
}
