import type { Problem } from '@pipewright/contract'
import { Alert, Button, Form, Input, type FormInstance } from 'antd'
import { useEffect, useState } from 'react'
import { useSession } from '../../queries/session.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useText } from '../../texts/use-text.ts'
import { useChangePassword, type Passwords } from './use-change-password.ts'
import { usePasswordText } from './use-password-text.ts'

const fields = ['current', 'next'] as const

/** What the server says of the entries, at its entry. */
const refusals = (problem: Problem | null) =>
  fields.flatMap((name) => {
    const errors = (problem?.errors ?? [])
      .filter(({ pointer }) => pointer === `/${name}`)
      .map(({ message }) => message)
    return errors.length === 0 ? [] : [{ name, errors }]
  })

function useSaidAt(form: FormInstance<Passwords>, problem: Problem | null): void {
  useEffect(() => {
    const said = refusals(problem)
    form.setFields(said)
    if (said[0] !== undefined) form.getFieldInstance(said[0].name)?.focus()
  }, [form, problem])
}

/** Asks for the password that one has, so that an unattended device is not enough, and for the new one. */
export function PasswordForm() {
  const shell = useText()
  const text = usePasswordText()
  const email = useSession().data?.account?.email
  const [form] = Form.useForm<Passwords>()
  const [isDone, setDone] = useState(false)
  const { busy, lost, problem, change } = useChangePassword()
  const refused = refusals(problem)
  useSaidAt(form, problem)
  const submit = async (passwords: Passwords) => {
    setDone(false)
    if (!(await change(passwords))) return
    form.resetFields()
    setDone(true)
  }
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ focus: true }}
      style={{ maxWidth: 400 }}
      onFinish={(passwords) => void submit(passwords)}
    >
      {isDone && <Alert type="success" showIcon title={text('done')} style={{ marginBottom: 16 }} />}
      {refused.length === 0 && <CallNotice problem={problem} lost={lost} />}
      <Form.Item label={shell('email')} htmlFor="own-email">
        <Input id="own-email" autoComplete="username" readOnly variant="filled" value={email} />
      </Form.Item>
      <Form.Item
        name="current"
        label={text('current')}
        rules={[{ required: true, message: text('currentMissing') }]}
      >
        <Input.Password autoComplete="current-password" autoFocus />
      </Form.Item>
      <Form.Item
        name="next"
        label={text('next')}
        extra={text('nextShort')}
        dependencies={['current']}
        rules={[
          { required: true, min: 8, message: text('nextShort') },
          {
            validator: async (_, next: string) =>
              next && next === form.getFieldValue('current')
                ? Promise.reject(new Error(text('same')))
                : undefined,
          },
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {shell('changePassword')}
      </Button>
    </Form>
  )
}
