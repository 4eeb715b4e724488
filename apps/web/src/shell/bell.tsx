import { BellOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useLocation } from 'react-router'
import { useUnread } from '../queries/unread.ts'
import { useText } from '../texts/use-text.ts'
import { useWorkspace } from './workspace-context.ts'

const NotificationPanel = lazy(async () => ({
  default: (await import('../pages/notifications/notification-panel.tsx')).NotificationPanel,
}))

const most = 99

/** How much is unread; opens the list, which closes by itself when a page is gone to. */
export function Bell() {
  const app = useWorkspace()
  const text = useText()
  const { key } = useLocation()
  const [openAt, openOn] = useState<string | null>(null)
  const unread = useUnread(app.workspace.key)
  return (
    <span className="shell-todo">
      <Button
        type="text"
        icon={<BellOutlined />}
        aria-label={unread > 0 ? `${text('notices')} (${unread})` : text('notices')}
        aria-haspopup="dialog"
        onClick={() => openOn(key)}
      />
      {unread > 0 && (
        <span className="shell-count" aria-hidden>
          {unread > most ? `${most}+` : unread}
        </span>
      )}
      {openAt !== null && (
        <Suspense fallback={null}>
          <NotificationPanel open={openAt === key} onClose={() => openOn(null)} />
        </Suspense>
      )}
    </span>
  )
}
