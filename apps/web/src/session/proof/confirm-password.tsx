import { Form, Input, Modal, type InputRef } from 'antd'
import { useRef } from 'react'
import { network } from '../../queries/client.ts'
import { answerProof } from '../../queries/proof.ts'
import { useText } from '../../texts/use-text.ts'
import { CallNotice } from '../call-notice.tsx'
import { useCall } from '../use-call.ts'
import { useProofText } from './use-proof-text.ts'

/** By it the button below belongs to the form, so that Enter is enough. */
const formId = 'proof'

/** Above the dialog in which it was asked for. */
const above = 2900

interface ConfirmPasswordProps {
  readonly email: string
}

/** Asks for the own password over the page; what asked for it goes on then, or is refused as it was. */
export function ConfirmPassword({ email }: ConfirmPasswordProps) {
  const shell = useText()
  const text = useProofText()
  const call = useCall()
  const secret = useRef<InputRef>(null)
  const confirm = async (body: { password: string }) => {
    const done = await call.run(async () => {
      await network.call('confirmPassword', { body })
      return true
    })
    if (done === true) answerProof(true)
  }
  return (
    <Modal
      open
      centered
      title={text('title')}
      zIndex={above}
      width={400}
      okText={text('go')}
      cancelText={shell('cancel')}
      confirmLoading={call.busy}
      afterOpenChange={() => secret.current?.focus()}
      okButtonProps={{ htmlType: 'submit', form: formId }}
      onCancel={() => answerProof(false)}
    >
      <p>{text('hint')}</p>
      <CallNotice problem={call.problem} lost={call.lost} />
      <Form
        id={formId}
        layout="vertical"
        requiredMark={false}
        onFinish={(entries: { password: string }) => void confirm(entries)}
      >
        <Form.Item label={shell('email')} htmlFor="proof-email">
          <Input id="proof-email" autoComplete="username" readOnly variant="filled" value={email} />
        </Form.Item>
        <Form.Item
          name="password"
          label={shell('password')}
          rules={[{ required: true, message: shell('passwordMissing') }]}
        >
          <Input.Password ref={secret} autoComplete="current-password" />
        </Form.Item>
      </Form>
    </Modal>
  )
}
