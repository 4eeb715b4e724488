import { Alert } from 'antd'
import { Link, useLocation } from 'react-router'
import { useWorkspace, workspacePath } from '../shell/workspace-context.ts'
import { useOfflineText } from './use-offline-text.ts'
import { useWaitingHere } from './own-waiting.ts'

/** Says how much waits to be sent, and leads to it. */
export function WaitingBar() {
  const app = useWorkspace()
  const text = useOfflineText()
  const { pathname } = useLocation()
  const waiting = useWaitingHere()
  const place = workspacePath(app, '/waiting')
  if (waiting.length === 0 || pathname === place) return null
  const troubled = waiting.filter(({ trouble }) => trouble !== null).length
  return (
    <Alert
      banner
      role="status"
      type={troubled > 0 ? 'warning' : 'info'}
      title={
        troubled > 0 ? text('troubled', { count: troubled }) : text('waiting', { count: waiting.length })
      }
      action={<Link to={place}>{text('look')}</Link>}
    />
  )
}
