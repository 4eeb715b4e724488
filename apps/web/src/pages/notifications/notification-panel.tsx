import { CheckOutlined, SettingOutlined } from '@ant-design/icons'
import { ProblemError } from '@pipewright/contract'
import { EmptyState, ErrorNotice, RowsSkeleton, useUiLocale } from '@pipewright/ui'
import { Button, Drawer, Flex, Segmented } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useUnread } from '../../queries/unread.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { dayName } from './day-name.ts'
import { NotificationLine } from './notification-line.tsx'
import './notifications.css'
import { useNotifications } from './use-notifications.ts'

const width = 420

type Only = 'all' | 'unread'

interface ToolsProps {
  readonly only: Only
  readonly onOnly: (only: Only) => void
  readonly unread: number
  readonly onRead: () => void
}

function PanelTools({ only, onOnly, unread, onRead }: ToolsProps) {
  const text = useText()
  return (
    <Flex className="notice-tools" gap={8} justify="space-between">
      <Segmented
        aria-label={text('notices')}
        value={only}
        onChange={onOnly}
        options={[
          { value: 'all', label: text('noticesAll') },
          { value: 'unread', label: text('noticesUnread') },
        ]}
      />
      <Button type="text" icon={<CheckOutlined />} disabled={unread === 0} onClick={onRead}>
        {text('noticesReadAll')}
      </Button>
    </Flex>
  )
}

/** What the member was told, by day, newest first. */
export function NotificationPanel(props: { open: boolean; onClose: () => void }) {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const navigate = useNavigate()
  const unread = useUnread(app.workspace.key)
  const [only, setOnly] = useState<Only>('all')
  const { list, items, read } = useNotifications(app.workspace.key, { unread: only === 'unread' })
  const days = Map.groupBy(items, ({ at }) => dayName(at, list.dataUpdatedAt, locale, app.member.zone, text))
  return (
    <Drawer
      open={props.open}
      onClose={props.onClose}
      size={width}
      title={text('notices')}
      styles={{ body: { padding: 0 } }}
      extra={
        <Button
          type="text"
          icon={<SettingOutlined />}
          aria-label={text('noticeSettings')}
          title={text('noticeSettings')}
          onClick={() => void navigate(workspacePath(app, '/notifications'))}
        />
      }
    >
      <PanelTools only={only} onOnly={setOnly} unread={unread} onRead={() => read()} />
      {list.isPending && <RowsSkeleton />}
      {list.isError && (
        <ErrorNotice
          problem={list.error instanceof ProblemError ? list.error.problem : null}
          onRetry={() => void list.refetch()}
        />
      )}
      {list.isSuccess && items.length === 0 && (
        <EmptyState icon="check-circle" title={text('noticesNone')} text={text('noticesNoneHint')} />
      )}
      {[...days].map(([day, told]) => (
        <section key={day} aria-label={day}>
          <h3 className="notice-day">{day}</h3>
          <ul className="notice-list">
            {told.map((notice) => (
              <NotificationLine
                key={notice.id}
                notice={notice}
                onRead={() => read([notice.id])}
                onClose={props.onClose}
              />
            ))}
          </ul>
        </section>
      ))}
      {list.hasNextPage && (
        <Button type="text" block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {text('noticesOlder')}
        </Button>
      )}
    </Drawer>
  )
}
