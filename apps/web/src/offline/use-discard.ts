import { useSay } from '@pipewright/ui'
import { useWaitingHere } from './own-waiting.ts'
import { useOfflineText } from './use-offline-text.ts'
import type { Waiting } from './waiting.ts'
import { waitingStore } from './waiting-store.ts'
import { takeBack } from './waiting-tasks.ts'

/** Asks before what waits is taken back, naming it. */
export function useDiscard(): (entry: Waiting, name: string, onDone?: () => void) => void {
  const all = useWaitingHere()
  const text = useOfflineText()
  const { modal } = useSay()
  return (entry, name, onDone) => {
    modal.confirm({
      title: text('discardAsk'),
      content: name,
      okText: text('discard'),
      okButtonProps: { danger: true },
      cancelText: text('keepIt'),
      onOk: async () => {
        await takeBack(waitingStore, all, entry)
        onDone?.()
      },
    })
  }
}
