import type { Member } from '@pipewright/contract'
import { Alert, Form, Input, Modal, Typography, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { client } from '../../../queries/client.ts'
import { CallNotice } from '../../../session/call-notice.tsx'
import { useCall } from '../../../session/use-call.ts'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'
import { useMemberResetText } from './use-member-reset-text.ts'

interface ResetLinkDialogProps {
  readonly member: Member
  readonly onClose: () => void
}

/** Makes a one-time link for a member, which the administrator hands over; it is shown this once. */
export function ResetLinkDialog({ member, onClose }: ResetLinkDialogProps) {
  const app = useWorkspace()
  const shell = useText()
  const text = useMemberResetText()
  const call = useCall()
  const own = useRef<InputRef>(null)
  const [form] = Form.useForm<{ password: string }>()
  const [made, setMade] = useState<{ link: string; minutes: number } | null>(null)
  const { name } = member
  const make = async (body: { password: string }) => {
    const params = { workspace: app.workspace.key, id: member.id }
    const done = await call.run(() => client.call('makeResetLink', { params, body }))
    if (done !== undefined) setMade(done)
  }
  return (
    <Modal
      open
      title={text('title', { name })}
      okText={made === null ? text('make') : shell('close')}
      cancelText={shell('cancel')}
      cancelButtonProps={{ hidden: made !== null }}
      confirmLoading={call.busy}
      afterOpenChange={() => own.current?.focus()}
      onOk={() => (made === null ? form.submit() : onClose())}
      onCancel={onClose}
    >
      <CallNotice problem={call.problem} lost={call.lost} />
      {made === null ? (
        <Form form={form} layout="vertical" requiredMark={false} onFinish={(entries) => void make(entries)}>
          <p>{text('hint', { name })}</p>
          <Form.Item
            name="password"
            label={text('own')}
            rules={[{ required: true, message: text('ownMissing') }]}
          >
            <Input.Password ref={own} autoComplete="current-password" />
          </Form.Item>
        </Form>
      ) : (
        <Alert
          type="success"
          role="status"
          title={text('made', { name, minutes: made.minutes })}
          description={
            <Typography.Text
              copyable={{ text: made.link, tooltips: [shell('copy'), shell('copied')] }}
              style={{ overflowWrap: 'anywhere' }}
            >
              {made.link}
            </Typography.Text>
          }
        />
      )}
    </Modal>
  )
}
