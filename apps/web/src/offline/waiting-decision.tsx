import { Button } from 'antd'
import { useOfflineText } from './use-offline-text.ts'
import type { Waiting } from './waiting.ts'
import { WaitingMark } from './waiting-mark.tsx'
import { waitingStore } from './waiting-store.ts'
import './waiting.css'

/** A decision that waits to be sent, or does not count any more; until it may have arrived it can be taken back. */
export function WaitingDecision({ entry }: { readonly entry: Waiting }) {
  const text = useOfflineText()
  const { decision, comment } = entry.body as { decision: 'approve' | 'reject'; comment?: string }
  return (
    <div className="waiting-decision">
      <div>
        <strong>{text(decision === 'approve' ? 'approvedHere' : 'rejectedHere')}</strong>
        {comment !== undefined && comment !== '' && <span>{comment}</span>}
        <WaitingMark entry={entry} />
      </div>
      {(entry.tried === null || entry.trouble !== null) && (
        <Button onClick={() => void waitingStore.settle(entry.id, (rest) => rest)}>{text('takeBack')}</Button>
      )}
    </div>
  )
}
