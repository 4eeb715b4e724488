import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { client } from '../../queries/client.ts'
import { useText } from '../../texts/use-text.ts'
import { AuthFrame } from '../auth-frame.tsx'
import { CallNotice } from '../call-notice.tsx'
import { useCall } from '../use-call.ts'
import { useResetText } from './use-reset-text.ts'

/** Asks for a link by mail; what it says afterwards does not tell whether there is such an account. */
export function ForgotPage() {
  const shell = useText()
  const text = useResetText()
  const call = useCall()
  const [sentTo, setSentTo] = useState<string | null>(null)
  const ask = async (body: { email: string }) => {
    const done = await call.run(() => client.call('askForReset', { body }))
    if (done !== undefined) setSentTo(body.email)
  }
  const back = (
    <p style={{ margin: '16px 0 0', textAlign: 'center' }}>
      <Link to="/sign-in">{text('back')}</Link>
    </p>
  )
  if (sentTo !== null)
    return (
      <AuthFrame title={text('sentTitle')}>
        <Alert type="info" showIcon role="status" title={text('sent', { email: sentTo })} />
        <p className="auth-hint" style={{ marginTop: 16 }}>
          {text('noMail')}
        </p>
        {back}
      </AuthFrame>
    )
  return (
    <AuthFrame title={text('forgotTitle')} hint={text('forgotHint')}>
      <CallNotice problem={call.problem} lost={call.lost} />
      <Form layout="vertical" requiredMark={false} onFinish={(body: { email: string }) => void ask(body)}>
        <Form.Item
          name="email"
          label={shell('email')}
          rules={[{ required: true, type: 'email', message: shell('emailWrong') }]}
        >
          <Input autoComplete="username" inputMode="email" autoFocus />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={call.busy}>
          {text('send')}
        </Button>
      </Form>
      {back}
    </AuthFrame>
  )
}
