import { Alert, Form, Modal, Typography } from 'antd'
import { useState } from 'react'
import { finishStep } from '../../first-steps/kept-steps.ts'
import { client } from '../../queries/client.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { InviteFields } from './invite-fields.tsx'
import type { MembersPart } from './members-answer.ts'

interface Invitation {
  email: string
  roles: string[]
  department?: string
}

/** Invites somebody and shows the link to send; nothing is mailed. */
export function InviteDialog({ answer, onChanged, onClose }: MembersPart & { onClose: () => void }) {
  const app = useWorkspace()
  const text = useText()
  const call = useCall()
  const [form] = Form.useForm<Invitation>()
  const [made, setMade] = useState<{ email: string; link: string } | null>(null)
  const invite = async ({ email, roles, department }: Invitation) => {
    const body = { email, roles, department: department ?? null }
    const done = await call.run(() =>
      client.call('inviteMember', { params: { workspace: app.workspace.key }, body }),
    )
    if (done === undefined) return
    finishStep(app.workspace.key, 'invite')
    setMade({ email, link: new URL(done.link, window.location.origin).href })
    onChanged()
  }
  return (
    <Modal
      open
      title={text('inviteTitle')}
      okText={made === null ? text('invite') : text('close')}
      cancelText={text('cancel')}
      // The invitation is made: there is nothing left to cancel.
      cancelButtonProps={{ hidden: made !== null }}
      confirmLoading={call.busy}
      onOk={() => (made === null ? form.submit() : onClose())}
      onCancel={onClose}
    >
      <CallNotice problem={call.problem} lost={call.lost} />
      {made === null ? (
        <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void invite(values)}>
          <InviteFields answer={answer} />
        </Form>
      ) : (
        <Alert
          type="success"
          title={text('inviteLink', { email: made.email })}
          description={
            <Typography.Text
              copyable={{ tooltips: [text('copy'), text('copied')] }}
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
