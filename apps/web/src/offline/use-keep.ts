import { useSay } from '@pipewright/ui'
import { useOfflineText } from './use-offline-text.ts'
import type { Waiting } from './waiting.ts'
import { waitingStore } from './waiting-store.ts'

export interface WaitingEditProps {
  readonly entry: Waiting
  readonly onClose: () => void
}

/** Puts corrected words in the place of those that wait: refused or never sent, they are another request. */
export function useKeep({ entry, onClose }: WaitingEditProps) {
  const text = useOfflineText()
  const { message } = useSay()
  return async (changes: Readonly<Record<string, unknown>>, title = entry.title): Promise<boolean> => {
    const body = { ...entry.body, ...changes }
    const key = crypto.randomUUID()
    const kept = await waitingStore.put({ ...entry, body, title, key, trouble: null })
    if (kept) onClose()
    else message.warning(text('wasSent'))
    return kept
  }
}
