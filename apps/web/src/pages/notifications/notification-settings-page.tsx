import {
  ProblemError,
  type NotificationKind,
  type NotificationSettings,
  type NotificationWishes,
} from '@pipewright/contract'
import { ErrorNotice, FormSkeleton, PageHeader, useSay } from '@pipewright/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form } from 'antd'
import { useState } from 'react'
import { client } from '../../queries/client.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { usePageTitle } from '../../shell/use-page-title.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { FollowChoice } from './follow-choice.tsx'
import { KindTable } from './kind-table.tsx'
import './notifications.css'
import { PushSection } from './push/push-section.tsx'
import { QuietHours, TimeOfDay } from './quiet-hours.tsx'

interface FormProps {
  readonly settings: NotificationSettings
  readonly onSaved: (settings: NotificationSettings) => void
}

function SettingsForm({ settings, onSaved }: FormProps) {
  const { key: workspace } = useWorkspace().workspace
  const text = useText()
  const call = useCall()
  const { message } = useSay()
  const { ways, mailRefused, ...own } = settings
  const [wish, setWish] = useState<NotificationWishes>(own)
  const save = async () => {
    const saved = await call.run(() =>
      client.call('setNotificationSettings', { params: { workspace }, body: wish }),
    )
    if (saved === undefined) return
    message.success(text('noticeSaved'))
    onSaved(saved)
  }
  return (
    <Form layout="vertical" onFinish={() => void save()}>
      <CallNotice problem={call.problem} lost={call.lost} />
      {ways.mail && mailRefused && (
        <Alert type="warning" showIcon title={text('noticeMailRefused')} style={{ marginBottom: 16 }} />
      )}
      <KindTable
        kinds={wish.kinds}
        ways={ways}
        onChange={(kind: NotificationKind, choice) =>
          setWish({ ...wish, kinds: { ...wish.kinds, [kind]: choice } })
        }
      />
      <Form.Item label={text('noticeMorning')} extra={text('noticeMorningHint')}>
        <TimeOfDay
          label={text('noticeMorning')}
          value={wish.morningAt}
          onChange={(morningAt) => setWish({ ...wish, morningAt })}
        />
      </Form.Item>
      {ways.mail && (
        <Form.Item label={text('noticeDigest')} extra={text('noticeDigestHint')}>
          <TimeOfDay
            label={text('noticeDigest')}
            value={wish.digestAt}
            onChange={(digestAt) => setWish({ ...wish, digestAt })}
          />
        </Form.Item>
      )}
      {(ways.mail || ways.push) && (
        <QuietHours quiet={wish.quiet} onChange={(quiet) => setWish({ ...wish, quiet })} />
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
          <PushSection />
          <FollowChoice />
        </div>
      </div>
    </>
  )
}
