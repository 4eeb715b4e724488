import {
  AuditOutlined,
  BellOutlined,
  CheckOutlined,
  ClockCircleOutlined,
  CommentOutlined,
  DownloadOutlined,
  EyeOutlined,
  UserAddOutlined,
  WarningOutlined,
} from '@ant-design/icons'
import { notificationPlace, type Notification, type NotificationKind } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { useUiLocale } from '@pipewright/ui'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'

const icons: Readonly<Record<NotificationKind, ReactNode>> = {
  assigned: <UserAddOutlined />,
  mentioned: <CommentOutlined />,
  replied: <CommentOutlined />,
  followed: <EyeOutlined />,
  approvalWaiting: <AuditOutlined />,
  approvalDecided: <AuditOutlined />,
  mailFailed: <WarningOutlined />,
  reminder: <BellOutlined />,
  dueToday: <ClockCircleOutlined />,
  overdue: <ClockCircleOutlined />,
  importReady: <DownloadOutlined />,
  exportReady: <DownloadOutlined />,
  bulkReady: <CheckOutlined />,
  backupTrouble: <WarningOutlined />,
}

interface LineProps {
  readonly notice: Notification
  readonly onRead: () => void
  readonly onClose: () => void
}

export function NotificationLine({ notice, onRead, onClose }: LineProps) {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const form = app.definition.forms.find(({ key }) => key === notice.form)
  const clock = new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: app.member.zone,
    hour: '2-digit',
    minute: '2-digit',
  }).format(Date.parse(notice.at))
  const place = notificationPlace(notice)
  const open = () => {
    if (!notice.isRead) onRead()
    onClose()
  }
  const said = (
    <>
      {!notice.isRead && <span className="pw-hidden-text">{`${text('noticesUnread')}: `}</span>}
      {notice.text}
    </>
  )
  return (
    <li className={notice.isRead ? 'notice' : 'notice notice-new'}>
      <span className="notice-icon" aria-hidden>
        {icons[notice.kind]}
      </span>
      <span className="notice-words">
        {place === null ? (
          <span className="notice-text">{said}</span>
        ) : (
          <Link className="notice-text" to={workspacePath(app, place)} onClick={open}>
            {said}
          </Link>
        )}
        <span className="notice-about">
          {form === undefined ? clock : `${localize(form.label, locale)} · ${clock}`}
        </span>
      </span>
      {!notice.isRead && (
        <Button
          type="text"
          icon={<CheckOutlined />}
          aria-label={`${text('noticeRead')}: ${notice.text}`}
          title={text('noticeRead')}
          onClick={onRead}
        />
      )}
    </li>
  )
}
