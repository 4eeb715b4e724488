import { offlineWord } from './use-offline-text.ts'
import { waitingStore } from './waiting-store.ts'

/** The words for leaving while something waits to be sent; null where nothing does. */
export async function unsentOf(owner: string) {
  const count = (await waitingStore.list(owner)).length
  if (count === 0) return null
  return {
    title: offlineWord('leaveTitle', { count }),
    content: offlineWord('leaveHint'),
    cancelText: offlineWord('stay'),
  }
}
