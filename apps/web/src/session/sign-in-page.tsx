import { Button, Form, Input } from 'antd'
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router'
import { client } from '../queries/client.ts'
import { useEnter, useSession } from '../queries/session.ts'
import { useText } from '../texts/use-text.ts'
import { AuthFrame } from './auth-frame.tsx'
import { CallNotice } from './call-notice.tsx'
import { safePath } from './safe-path.ts'
import { useCall } from './use-call.ts'

export function SignInPage() {
  const text = useText()
  const session = useSession()
  const enter = useEnter()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const call = useCall()
  const next = safePath(search.get('next'))
  if (session.data?.account) return <Navigate to={next} replace />
  const linkUsed = search.get('link') === 'used'
  const hint = session.data?.setup === true ? 'setupNeedsLink' : linkUsed ? 'setupUsed' : 'noAccount'
  const signIn = async (body: { email: string; password: string }) => {
    const answer = await call.run(() => client.call('signIn', { body }))
    if (answer === undefined) return
    enter(answer)
    void navigate(next, { replace: true })
  }
  return (
    <AuthFrame title={text('signInTitle')} hint={text(hint)}>
      <CallNotice problem={call.problem} lost={call.lost} />
      <Form
        layout="vertical"
        requiredMark={false}
        onFinish={(body: { email: string; password: string }) => void signIn(body)}
      >
        <Form.Item
          name="email"
          label={text('email')}
          rules={[{ required: true, message: text('emailMissing') }]}
        >
          <Input autoComplete="username" inputMode="email" autoFocus />
        </Form.Item>
        <Form.Item
          name="password"
          label={text('password')}
          rules={[{ required: true, message: text('passwordMissing') }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={call.busy}>
          {text('signIn')}
        </Button>
      </Form>
      <p style={{ margin: '16px 0 0', textAlign: 'center' }}>
        <Link to="/forgot">{text('forgotPassword')}</Link>
      </p>
    </AuthFrame>
  )
}
