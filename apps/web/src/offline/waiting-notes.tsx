import { useOfflineText } from './use-offline-text.ts'
import type { Waiting } from './waiting.ts'
import { WaitingNote } from './waiting-note.tsx'

/** What was said about a record and waits to be sent, above what is there. */
export function WaitingNotes({ entries }: { readonly entries: readonly Waiting[] }) {
  const text = useOfflineText()
  return (
    <ol className="waiting-notes" aria-label={text('waitingTitle')}>
      {entries.map((entry) => (
        <WaitingNote key={entry.id} entry={entry} />
      ))}
    </ol>
  )
}
