import { CheckOutlined, CloseOutlined } from '@ant-design/icons'
import { useSay } from '@pipewright/ui'
import { Button, Flex, Input, type GetRef } from 'antd'
import { useId, useRef, useState } from 'react'
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
  const { message } = useSay()
  const [comment, setComment] = useState('')
  const [asked, setAsked] = useState(false)
  const place = useRef<GetRef<typeof Input.TextArea>>(null)
  const decide = async (decision: 'approve' | 'reject') => {
    // Whoever asked has to know what to change.
    if (decision === 'reject' && comment.trim() === '') {
      setAsked(true)
      place.current?.focus()
      return
    }
    const run = await call.run(() =>
      client.call('decideTask', {
        params: { workspace: app.workspace.key, id: props.task },
        body: { decision, comment },
      }),
    )
    if (run !== undefined) message.success(text('decided'))
    if (run !== undefined) props.onDone()
  }
  const isMissing = asked && comment.trim() === ''
  return (
    <div className="decision-box">
      <CallNotice problem={call.problem} lost={call.lost} />
      <label htmlFor={id}>{text('comment')}</label>
      <Input.TextArea
        ref={place}
        id={id}
        aria-describedby={isMissing ? `${id}-why` : undefined}
        status={isMissing ? 'error' : ''}
        autoSize={{ minRows: 2 }}
        maxLength={2000}
        value={comment}
        onChange={(event) => setComment(event.target.value)}
      />
      {isMissing && (
        <span id={`${id}-why`} role="alert" className="decision-missing">
          {text('rejectWhy')}
        </span>
      )}
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
