import { Icon } from '@pipewright/ui'
import { useOfflineText } from './use-offline-text.ts'
import { useWhy } from './use-why.ts'
import type { Waiting } from './waiting.ts'
import './waiting.css'

/** Says quietly that something is not at the server yet, or why it did not get there. */
export function WaitingMark({ entry }: { readonly entry: Waiting }) {
  const text = useOfflineText()
  const why = useWhy(entry)
  return (
    <span className={why === null ? 'waiting-mark' : 'waiting-mark waiting-why'}>
      <Icon name="clock" /> {why ?? text('waits')}
    </span>
  )
}
