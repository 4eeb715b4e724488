import { Button, Flex, Typography } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { client } from '../../queries/client.ts'
import { AuthFrame } from '../../session/auth-frame.tsx'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { useSettingsText } from './use-settings-text.ts'

/** Where the link of a mail leads: stops the mails, also for whoever is not signed in. */
export function StopMailPage() {
  const { workspace = '', member = '', signature = '' } = useParams()
  const t = useSettingsText()
  const call = useCall()
  const [stopped, setStopped] = useState<string | null>(null)
  const stop = async () => {
    const done = await call.run(() => client.call('stopMail', { params: { workspace, member, signature } }))
    if (done !== undefined) setStopped(done.workspace)
  }
  return (
    <AuthFrame title={t('stopTitle')} hint={t('stopHint')}>
      <CallNotice problem={call.problem} lost={call.lost} />
      <Flex vertical gap={12}>
        {stopped === null ? (
          <Button type="primary" loading={call.busy} onClick={() => void stop()}>
            {t('stopButton')}
          </Button>
        ) : (
          <Typography.Text role="status">{t('stopDone', { workspace: stopped })}</Typography.Text>
        )}
        <Link to={`/w/${workspace}/notifications`}>{t('openSettings')}</Link>
      </Flex>
    </AuthFrame>
  )
}
