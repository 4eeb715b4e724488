import { Button, Form, Input } from 'antd'
import { useText } from '../texts/use-text.ts'

export interface NewPerson {
  name: string
  email: string
  password: string
}

/** Name, e-mail and password of a new account; `email` fixes the address. */
export function PersonForm(props: {
  email?: string
  button: string
  busy: boolean
  onDone: (person: NewPerson) => void
}) {
  const text = useText()
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      initialValues={{ email: props.email }}
      onFinish={(person: NewPerson) => props.onDone(person)}
    >
      <Form.Item
        name="name"
        label={text('name')}
        rules={[{ required: true, whitespace: true, message: text('personMissing') }]}
      >
        <Input autoComplete="name" autoFocus maxLength={100} />
      </Form.Item>
      <Form.Item
        name="email"
        label={text('email')}
        rules={[{ required: true, type: 'email', message: text('emailWrong') }]}
      >
        <Input autoComplete="username" inputMode="email" disabled={props.email !== undefined} />
      </Form.Item>
      <Form.Item
        name="password"
        label={text('password')}
        rules={[{ required: true, min: 8, message: text('passwordHint') }]}
        extra={text('passwordHint')}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={props.busy}>
        {props.button}
      </Button>
    </Form>
  )
}
