import type { MailAnswer, MailServer } from '@pipewright/contract'
import { useSay } from '@pipewright/ui'
import { Alert, Button, Flex, Form } from 'antd'
import { client } from '../../queries/client.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { SenderFields, ServerFields, SignInFields } from './mail-fields.tsx'
import { useSettingsText } from './use-settings-text.ts'

type Security = MailServer['security']
const usualPorts: Readonly<Record<Security, number>> = { tls: 465, starttls: 587, none: 25 }

interface Entries extends Omit<MailServer, 'username' | 'password'> {
  readonly username?: string
  readonly password?: string
}

function entriesOf({ server }: MailAnswer, workspace: string): Partial<Entries> {
  if (server === null) return { enabled: true, security: 'tls', port: usualPorts.tls, senderName: workspace }
  const { hasPassword: _hasPassword, username, ...rest } = server
  return username === null ? rest : { ...rest, username }
}

function bodyOf({ username = '', password = '', ...rest }: Entries): MailServer {
  const isSigned = rest.security !== 'none' && username !== ''
  const given = isSigned && password !== '' ? { password } : {}
  return { ...rest, username: isSigned ? username : null, ...given }
}

/** What became of the mails of the last days, where that is worth a word. */
function MailStanding({ waiting, failed, error }: MailAnswer) {
  const t = useSettingsText()
  if (failed === 0 && (waiting === 0 || error === null)) return null
  const count = failed === 0 ? t('mailWaiting', { count: waiting }) : t('mailFailed', { count: failed })
  return (
    <Alert
      type="warning"
      showIcon
      title={count}
      description={error === null || error === 'unclear' ? undefined : t('mailAnswer', { answer: error })}
      style={{ marginBottom: 16 }}
    />
  )
}

interface MailFormProps {
  readonly answer: MailAnswer
  readonly onSaved: (answer: MailAnswer) => void
}

export function MailForm({ answer, onSaved }: MailFormProps) {
  const { key: workspace, name } = useWorkspace().workspace
  const text = useText()
  const t = useSettingsText()
  const call = useCall()
  const { message } = useSay()
  const [form] = Form.useForm<Entries>()
  const security = Form.useWatch('security', form) ?? answer.server?.security ?? 'tls'
  const save = async (entries: Entries) => {
    const saved = await call.run(() =>
      client.call('setMailSettings', { params: { workspace }, body: bodyOf(entries) }),
    )
    if (saved === undefined) return
    form.resetFields(['password'])
    message.success(t('mailSaved'))
    onSaved(saved)
  }
  const test = async () => {
    const sent = await call.run(() => client.call('sendTestMail', { params: { workspace } }))
    if (sent !== undefined) message.success(t('mailTested', { address: sent.address }))
  }
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={entriesOf(answer, name)}
      onFinish={(entries) => void save(entries)}
      onValuesChange={(changed: Partial<Entries>) => {
        if (changed.security !== undefined) form.setFieldValue('port', usualPorts[changed.security])
      }}
    >
      <MailStanding {...answer} />
      <ServerFields />
      {security !== 'none' && <SignInFields hasPassword={answer.server?.hasPassword === true} />}
      <SenderFields />
      <CallNotice problem={call.problem} lost={call.lost} />
      <Flex gap={8} wrap>
        <Button type="primary" htmlType="submit" loading={call.busy}>
          {text('save')}
        </Button>
        <Button
          disabled={answer.server === null || call.busy}
          title={t('mailTestHint')}
          onClick={() => void test()}
        >
          {t('mailTest')}
        </Button>
      </Flex>
    </Form>
  )
}
