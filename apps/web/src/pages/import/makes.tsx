import { Alert, Button } from 'antd'
import { CallNotice } from '../../session/call-notice.tsx'
import { useText } from '../../texts/use-text.ts'
import { madeTitles, withoutMakes } from './settle-names.ts'
import type { JobStepProps } from './step-props.ts'
import { useCheckAgain } from './use-check-again.ts'

const shown = 10

/** Which records come to be with the rows; they can be done without again. */
export function Makes({ job, onAnswer }: JobStepProps) {
  const text = useText()
  const { call, checkAgain } = useCheckAgain({ job, onAnswer })
  const titles = madeTitles(job.mapping, job.titles ?? {})
  if (titles.length === 0) return null
  return (
    <>
      <CallNotice problem={call.problem} lost={call.lost} />
      <Alert
        type="info"
        showIcon
        title={text('importMakes', { count: titles.length })}
        description={`${titles.slice(0, shown).join(' · ')}${titles.length > shown ? ' …' : ''}`}
        action={
          <Button
            size="small"
            loading={call.busy}
            onClick={() => void checkAgain({ mapping: withoutMakes(job.mapping) })}
          >
            {text('importMakesNone')}
          </Button>
        }
      />
    </>
  )
}
