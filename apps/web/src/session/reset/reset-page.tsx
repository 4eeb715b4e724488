import { ProblemError } from '@pipewright/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Skeleton } from 'antd'
import { Link, useNavigate, useParams } from 'react-router'
import { client } from '../../queries/client.ts'
import { useEnter } from '../../queries/session.ts'
import { useText } from '../../texts/use-text.ts'
import { AuthFrame } from '../auth-frame.tsx'
import { CallNotice } from '../call-notice.tsx'
import { useCall } from '../use-call.ts'
import { useResetText } from './use-reset-text.ts'

/** A link that was used, is too old or never was: all say the same, and what to do. */
function OverPage() {
  const text = useResetText()
  return (
    <AuthFrame title={text('overTitle')} hint={text('over')}>
      <Link to="/forgot">{text('askAgain')}</Link>
    </AuthFrame>
  )
}

/** Behind the link: a new password, which signs in. */
export function ResetPage() {
  const shell = useText()
  const text = useResetText()
  const { token = '' } = useParams()
  const queries = useQueryClient()
  const enter = useEnter()
  const navigate = useNavigate()
  const call = useCall()
  const link = useQuery({
    queryKey: ['reset', token],
    queryFn: () => client.call('getReset', { params: { token } }),
    refetchOnWindowFocus: false,
  })
  const save = async (body: { password: string }) => {
    const session = await call.run(() => client.call('resetPassword', { params: { token }, body }))
    if (session === undefined) return
    // What somebody else saw in this browser before is not shown to her.
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'reset' })
    enter(session)
    void navigate('/', { replace: true })
  }
  if (link.isPending) return <Skeleton active style={{ padding: 24 }} />
  const refused = link.error instanceof ProblemError
  if (refused || call.problem?.code === 'link-invalid') return <OverPage />
  return (
    <AuthFrame title={text('resetTitle')} hint={text('resetHint')}>
      <CallNotice problem={call.problem} lost={call.lost || link.isError} />
      <Form layout="vertical" requiredMark={false} onFinish={(body: { password: string }) => void save(body)}>
        <Form.Item label={shell('email')} htmlFor="reset-email">
          <Input
            id="reset-email"
            autoComplete="username"
            readOnly
            variant="filled"
            value={link.data?.email}
          />
        </Form.Item>
        <Form.Item
          name="password"
          label={text('next')}
          rules={[{ required: true, min: 8, message: shell('passwordHint') }]}
          extra={shell('passwordHint')}
        >
          <Input.Password autoComplete="new-password" autoFocus />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={call.busy}>
          {text('save')}
        </Button>
      </Form>
    </AuthFrame>
  )
}
