import { CheckOutlined, CloseOutlined } from '@ant-design/icons'
import { App, Button, Flex, Input } from 'antd'
import { useId, useState } from 'react'
import { client } from '../../queries/client.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'

/** Approve or reject with a comment. */
export function DecisionBox(props: { task: string; onDone: () => void }) {
  const app = useWorkspace()
  const text = useText()
  const call = useCall()
  const id = useId()
  const { message } = App.useApp()
  const [comment, setComment] = useState('')
  const decide = async (decision: 'approve' | 'reject') => {
    const run = await call.run(() =>
      client.call('decideTask', {
        params: { workspace: app.workspace.key, id: props.task },
        body: { decision, comment },
      }),
    )
    if (run !== undefined) void message.success(text('decided'))
    if (run !== undefined) props.onDone()
  }
  return (
    <div className="decision-box">
      <CallNotice problem={call.problem} lost={call.lost} />
      <label htmlFor={id}>{text('comment')}</label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 2 }}
        maxLength={2000}
        value={comment}
        onChange={(event) => setComment(event.target.value)}
      />
      <Flex gap={8}>
        <Button
          type="primary"
          icon={<CheckOutlined />}
          loading={call.busy}
          onClick={() => void decide('approve')}
        >
          {text('approve')}
        </Button>
        <Button danger icon={<CloseOutlined />} disabled={call.busy} onClick={() => void decide('reject')}>
          {text('reject')}
        </Button>
      </Flex>
    </div>
  )
}
