import { Alert, Button } from 'antd'
import { client } from '../../queries/client.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { madeTitles, withoutMakes } from './settle-names.ts'
import type { JobStepProps } from './step-props.ts'

const shown = 10

/** Which records come to be with the rows; they can be done without again. */
export function Makes({ job, onAnswer }: JobStepProps) {
  const app = useWorkspace()
  const text = useText()
  const call = useCall()
  const titles = madeTitles(job.mapping, job.titles ?? {})
  if (titles.length === 0) return null
  const params = { workspace: app.workspace.key, id: job.id }
  const makeNone = async () => {
    const body = { mapping: withoutMakes(job.mapping) }
    const answer = await call.run(() => client.call('checkImport', { params, body }))
    if (answer !== undefined) onAnswer(answer)
  }
  return (
    <>
      <CallNotice problem={call.problem} lost={call.lost} />
      <Alert
        type="info"
        showIcon
        title={text('importMakes', { count: titles.length })}
        description={`${titles.slice(0, shown).join(' · ')}${titles.length > shown ? ' …' : ''}`}
        action={
          <Button size="small" loading={call.busy} onClick={() => void makeNone()}>
            {text('importMakesNone')}
          </Button>
        }
      />
    </>
  )
}
