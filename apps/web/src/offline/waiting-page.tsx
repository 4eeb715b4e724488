import { EmptyState, PageHeader, PageSkeleton } from '@pipewright/ui'
import { Button } from 'antd'
import { Suspense } from 'react'
import { useConnection } from '../queries/connection.ts'
import { PageActions } from '../shell/page-actions.tsx'
import { usePageTitle } from '../shell/use-page-title.ts'
import { useOfflineText } from './use-offline-text.ts'
import { useWaitingHere } from './own-waiting.ts'
import { useSend } from './use-waiting.ts'
import { follows, type Waiting } from './waiting.ts'
import { WaitingLine } from './waiting-line.tsx'
import './waiting.css'

/** Those that cannot go before an earlier one is settled. */
const behind = (entries: readonly Waiting[]): ReadonlySet<string> => {
  const held: Waiting[] = []
  const found = new Set<string>()
  for (const entry of entries) {
    const waits = held.some((earlier) => follows(entry, earlier))
    if (waits) found.add(entry.id)
    if (waits || entry.trouble !== null) held.push(entry)
  }
  return found
}

/** What was done without the server and is not there yet, in the order in which it is sent. */
export function WaitingPage() {
  const text = useOfflineText()
  const send = useSend()
  const connection = useConnection()
  const entries = useWaitingHere()
  usePageTitle(text('waitingTitle'))
  const held = behind(entries)
  return (
    <>
      <PageHeader
        title={text('waitingTitle')}
        actions={
          <PageActions>
            <Button
              type="primary"
              disabled={connection === 'lost' || entries.length === 0}
              onClick={() => void send()}
            >
              {text('sendNow')}
            </Button>
          </PageActions>
        }
      />
      <div className="page-body">
        {entries.length === 0 ? (
          <EmptyState icon="check" title={text('nothing')} text={text('nothingHint')} />
        ) : (
          <>
            <p className="quiet">{text('waitingHint')}</p>
            <Suspense fallback={<PageSkeleton />}>
              <ol className="waiting-list">
                {entries.map((entry) => (
                  <WaitingLine key={entry.id} entry={entry} isBehind={held.has(entry.id)} onSend={send} />
                ))}
              </ol>
            </Suspense>
          </>
        )}
      </div>
    </>
  )
}
