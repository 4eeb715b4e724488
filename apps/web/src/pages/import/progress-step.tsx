import { Button, Progress } from 'antd'
import { client } from '../../queries/client.ts'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import type { JobStepProps } from './step-props.ts'

export function ProgressStep({
  job,
  label,
  onAnswer,
}: JobStepProps & { label: 'importChecking' | 'importRunning' }) {
  const app = useWorkspace()
  const text = useText()
  const call = useCall()
  const cancel = async () => {
    const answer = await call.run(() =>
      client.call('cancelImport', { params: { workspace: app.workspace.key, id: job.id }, body: {} }),
    )
    if (answer !== undefined) onAnswer(answer)
  }
  const rows = label === 'importRunning' ? job.records : job.rows
  const percent = rows === 0 ? 0 : Math.round((job.done / rows) * 100)
  return (
    <>
      <Progress percent={percent} aria-label={text(label, { done: job.done, rows })} />
      <p aria-live="polite">{text(label, { done: job.done, rows })}</p>
      <Button onClick={() => void cancel()} loading={call.busy}>
        {text('cancel')}
      </Button>
    </>
  )
}
