import { Button, Checkbox, Flex } from 'antd'
import { useState } from 'react'
import { client } from '../../queries/client.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { CheckedOutcome } from './checked-outcome.tsx'
import { RowNotes } from './row-notes.tsx'
import { CheckedRows } from './checked-rows.tsx'
import { outcomes } from './record-keys.ts'
import type { JobStepProps } from './step-props.ts'
import { useCounted } from './use-counted.ts'
import { DifferingRows } from './differing-rows.tsx'
import { FilesTold } from './files-told.tsx'
import { Makes } from './makes.tsx'
import { UnclearNames } from './unclear-names.tsx'
import { UndecidedRows } from './undecided-rows.tsx'

/** What would be imported, and every row that would not, with its reason. */
export function CheckedStep(props: JobStepProps & { onBack: () => void }) {
  const { job, onAnswer } = props
  const app = useWorkspace()
  const text = useText()
  const counted = useCounted(job)
  const call = useCall()
  const [tell, setTell] = useState(false)
  const commit = async (skipBad: boolean) => {
    const answer = await call.run(() =>
      client.call('commitImport', {
        params: { workspace: app.workspace.key, id: job.id },
        body: { skipBad, tell },
      }),
    )
    if (answer !== undefined) onAnswer(answer)
  }
  const { coming: good } = outcomes(job)
  const isOpen = job.undecided > 0
  return (
    <>
      <CallNotice problem={call.problem} lost={call.lost} />
      <CheckedOutcome job={job} />
      <Checkbox checked={tell} onChange={({ target }) => setTell(target.checked)}>
        {text('importTell')}
      </Checkbox>
      <p className="quiet">{text(tell ? 'importTells' : 'importTellsNobody')}</p>
      <Flex gap={8} wrap className="import-actions">
        {job.bad === 0 && (
          <Button
            type="primary"
            loading={call.busy}
            disabled={good === 0 || isOpen}
            onClick={() => void commit(false)}
          >
            {counted('importAll', good)}
          </Button>
        )}
        {job.bad > 0 && good > 0 && (
          <Button loading={call.busy} disabled={isOpen} onClick={() => void commit(true)}>
            {counted('importSkipBad', good)}
          </Button>
        )}
        <Button onClick={props.onBack}>{text('importBackToMap')}</Button>
      </Flex>
      <UndecidedRows {...props} />
      <DifferingRows {...props} />
      <FilesTold job={job} />
      <Makes {...props} />
      {job.bad > 0 && <UnclearNames {...props} />}
      {(job.bad > 0 || job.warned > 0) && <RowNotes job={job} />}
      <CheckedRows {...props} />
    </>
  )
}
