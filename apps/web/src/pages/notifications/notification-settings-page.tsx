import {
  ProblemError,
  type NotificationKind,
  type NotificationSettings,
  type NotificationWishes,
} from '@pipewright/contract'
import { ErrorNotice, FormSkeleton, PageHeader } from '@pipewright/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Flex, Form, Input, Switch } from 'antd'
import { useState } from 'react'
import { client } from '../../queries/client.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { usePageTitle } from '../../shell/use-page-title.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { KindTable } from './kind-table.tsx'
import './notifications.css'

const usualQuiet = { from: '20:00', to: '08:00' }

interface FormProps {
  readonly settings: NotificationSettings
  readonly onSaved: (settings: NotificationSettings) => void
}

function SettingsForm({ settings, onSaved }: FormProps) {
  const { key: workspace } = useWorkspace().workspace
  const text = useText()
  const call = useCall()
  const { message } = App.useApp()
  const { ways, ...own } = settings
  const [wish, setWish] = useState<NotificationWishes>(own)
  const { quiet } = wish
  const save = async () => {
    const saved = await call.run(() =>
      client.call('setNotificationSettings', { params: { workspace }, body: wish }),
    )
    if (saved === undefined) return
    void message.success(text('noticeSaved'))
    onSaved(saved)
  }
  const time = (label: string, value: string, set: (value: string) => void) => (
    <Input
      type="time"
      className="notice-times"
      aria-label={label}
      value={value}
      required
      onChange={(event) => event.target.value !== '' && set(event.target.value)}
    />
  )
  const quietly = (part: Partial<typeof usualQuiet>) =>
    setWish({ ...wish, quiet: { ...(quiet ?? usualQuiet), ...part } })
  return (
    <Form layout="vertical" onFinish={() => void save()}>
      <CallNotice problem={call.problem} lost={call.lost} />
      <KindTable
        kinds={wish.kinds}
        ways={ways}
        onChange={(kind: NotificationKind, choice) =>
          setWish({ ...wish, kinds: { ...wish.kinds, [kind]: choice } })
        }
      />
      {ways.mail && (
        <Form.Item label={text('noticeDigest')} extra={text('noticeDigestHint')}>
          {time(text('noticeDigest'), wish.digestAt, (digestAt) => setWish({ ...wish, digestAt }))}
        </Form.Item>
      )}
      {(ways.mail || ways.push) && (
        <Form.Item label={text('noticeQuiet')} extra={text('noticeQuietHint')}>
          <Flex gap={8} align="center" wrap>
            <Switch
              aria-label={text('noticeQuiet')}
              checked={quiet !== null}
              onChange={(on) => setWish({ ...wish, quiet: on ? usualQuiet : null })}
            />
            {quiet !== null && (
              <>
                {time(text('noticeQuietFrom'), quiet.from, (from) => quietly({ from }))}
                <span aria-hidden>–</span>
                {time(text('noticeQuietTo'), quiet.to, (to) => quietly({ to }))}
              </>
            )}
          </Flex>
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" loading={call.busy}>
        {text('save')}
      </Button>
    </Form>
  )
}

/** How the member wants to be told of what. */
export function NotificationSettingsPage() {
  const app = useWorkspace()
  const text = useText()
  const queries = useQueryClient()
  const { key: workspace } = app.workspace
  const queryKey = ['notification-settings', workspace]
  const settings = useQuery({
    queryKey,
    queryFn: () => client.call('getNotificationSettings', { params: { workspace } }),
  })
  const title = text('noticeSettings')
  usePageTitle(title)
  return (
    <>
      <PageHeader title={title} />
      <div className="page-body">
        <div className="notice-page">
          {settings.isPending && <FormSkeleton />}
          {settings.isError && (
            <ErrorNotice
              problem={settings.error instanceof ProblemError ? settings.error.problem : null}
              onRetry={() => void settings.refetch()}
            />
          )}
          {settings.isSuccess && (
            <SettingsForm
              settings={settings.data}
              onSaved={(saved) => queries.setQueryData(queryKey, saved)}
            />
          )}
        </div>
      </div>
    </>
  )
}
