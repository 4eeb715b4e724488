import { CheckOutlined, CloseOutlined } from '@ant-design/icons'
import { useSay } from '@pipewright/ui'
import { Button, Flex, Input, type GetRef } from 'antd'
import { lazy, Suspense, useId, useRef, useState } from 'react'
import { useWaitingHere } from '../../offline/own-waiting.ts'
import { waitingOf } from '../../offline/waiting-tasks.ts'
import { isLost } from '../../queries/connection.ts'
import { client } from '../../queries/client.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'

const WaitingDecision = lazy(async () => ({
  default: (await import('../../offline/waiting-decision.tsx')).WaitingDecision,
}))

interface DecisionProps {
  readonly task: string
  /** Of the record as it is shown beside it; null where it may not be read. */
  readonly version: number | null
  readonly onDone: () => void
}

/** An approval that waits for its reader: his decision, or that he decided and it is not sent yet. */
export function DecisionBox(props: DecisionProps) {
  const { decision } = waitingOf(useWaitingHere(), props.task)
  if (decision === undefined) return <Deciding {...props} />
  return (
    <Suspense fallback={null}>
      <WaitingDecision entry={decision} />
    </Suspense>
  )
}

/** Approve or reject with a comment. */
function Deciding(props: DecisionProps) {
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
        body: { decision, comment, ...(props.version === null ? {} : { version: props.version }) },
      }),
    )
    if (run !== undefined && !isLost()) message.success(text('decided'))
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
