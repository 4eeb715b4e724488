import type { Session } from '@pipewright/contract'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Modal, type InputRef } from 'antd'
import { useRef } from 'react'
import { client } from '../../queries/client.ts'
import { useEnter } from '../../queries/session.ts'
import { useText } from '../../texts/use-text.ts'
import { CallNotice } from '../call-notice.tsx'
import { useCall } from '../use-call.ts'
import { useAgainText } from './use-again-text.ts'
import { useCameBack } from './use-came-back.ts'
import { usePageAtRest } from './use-page-at-rest.ts'

/** Above every other dialog and drawer of the page. */
const above = 3000

/** Asks whose session ended to sign in over the page, which stays as it is; it cannot be read meanwhile. */
export function SignInAgain({ account }: { readonly account: NonNullable<Session['account']> }) {
  const shell = useText()
  const text = useAgainText()
  const queries = useQueryClient()
  const enter = useEnter()
  const call = useCall()
  const secret = useRef<InputRef>(null)
  useCameBack()
  usePageAtRest()
  const signIn = async ({ password }: { password: string }) => {
    const body = { email: account.email, password }
    const session = await call.run(() => client.call('signIn', { body }))
    if (session === undefined) return
    enter(session)
    await queries.invalidateQueries()
  }
  return (
    <Modal
      open
      centered
      title={text('title')}
      closable={false}
      keyboard={false}
      mask={{ closable: false, blur: true }}
      zIndex={above}
      width={400}
      footer={null}
      afterOpenChange={() => secret.current?.focus()}
    >
      <p>{text('hint')}</p>
      <CallNotice problem={call.problem} lost={call.lost} />
      <Form
        layout="vertical"
        requiredMark={false}
        onFinish={(entries: { password: string }) => void signIn(entries)}
      >
        <Form.Item label={shell('email')} htmlFor="again-email">
          <Input id="again-email" autoComplete="username" readOnly variant="filled" value={account.email} />
        </Form.Item>
        <Form.Item
          name="password"
          label={shell('password')}
          rules={[{ required: true, message: shell('passwordMissing') }]}
        >
          <Input.Password ref={secret} autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={call.busy}>
          {shell('signIn')}
        </Button>
      </Form>
      <Button type="link" block style={{ marginTop: 8 }} onClick={() => window.location.assign('/sign-in')}>
        {text('other')}
      </Button>
    </Modal>
  )
}
