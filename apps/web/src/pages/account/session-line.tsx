import type { OwnSession } from '@pipewright/contract'
import { useUiLocale } from '@pipewright/ui'
import { Button } from 'antd'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useAccountText } from './use-account-text.ts'
import { useSessionName } from './use-session-name.ts'

/** Writes an instant as the member's clock shows it. */
function useClock(): (instant: string) => string {
  const { zone: timeZone } = useWorkspace().member
  const locale = useUiLocale() === 'zh' ? 'zh-CN' : 'en-US'
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  return (instant) => format.format(new Date(instant))
}

interface SessionLineProps {
  readonly session: OwnSession
  readonly onEnd: () => void
}

/** One device: what it is, where it was, when it was used last; this one is not ended from here. */
export function SessionLine({ session, onEnd }: SessionLineProps) {
  const text = useAccountText()
  const name = useSessionName()(session)
  const clock = useClock()
  const { address, isThis, lastSeen, createdAt } = session
  return (
    <li>
      <span className="account-device">
        <strong>{name}</strong>
        {isThis && <span className="account-this">{text('thisOne')}</span>}
        <small>
          {address === '' ? text('placeUnknown') : text('place', { address })}
          {' · '}
          {isThis ? text('usedNow') : text('usedLast', { at: clock(lastSeen) })}
          {' · '}
          {text('signedIn', { at: clock(createdAt) })}
        </small>
      </span>
      {!isThis && (
        <Button aria-label={text('endOf', { name })} onClick={onEnd}>
          {text('end')}
        </Button>
      )}
    </li>
  )
}
