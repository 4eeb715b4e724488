import { Alert, Button, Flex } from 'antd'
import { CallNotice } from '../../session/call-notice.tsx'
import { useWorkspace } from '../../shell/workspace-context.ts'
import type { Fate } from './decisions.ts'
import type { JobStepProps } from './step-props.ts'
import { useCheckAgain } from './use-check-again.ts'
import { useImportText } from './use-import-text.ts'

/** Asks what becomes of rows that probably are there already, for all of them at once. */
export function UndecidedRows(props: JobStepProps) {
  const { form, job } = props
  const mayUpdate = useWorkspace().rights[form.key]?.update === true
  const text = useImportText()
  const { call, checkAgain } = useCheckAgain(props)
  if (job.undecided === 0) return null
  const settle = (rest: Fate) => () => void checkAgain({ decisions: { rows: [], rest } })
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={text('undecided', { count: job.undecided })}
        description={
          <>
            <p>{text('undecidedHint')}</p>
            <Flex gap={8} wrap>
              <Button disabled={call.busy} onClick={settle('leave')}>
                {text('leaveRest')}
              </Button>
              {mayUpdate && (
                <Button disabled={call.busy} onClick={settle('update')}>
                  {text('updateRest')}
                </Button>
              )}
              <Button disabled={call.busy} onClick={settle('import')}>
                {text('importRest')}
              </Button>
            </Flex>
          </>
        }
      />
      <CallNotice problem={call.problem} lost={call.lost} />
    </>
  )
}
