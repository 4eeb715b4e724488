import { useQueryClient } from '@tanstack/react-query'
import { Button, Flex, Result } from 'antd'
import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { client } from '../../queries/client.ts'
import { refreshRecords } from '../../queries/records.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { LeftRows } from './left-rows.tsx'
import { RowNotes } from './row-notes.tsx'
import { UndoImport } from './undo-import.tsx'
import { useCheckAgain } from './use-check-again.ts'
import type { JobStepProps } from './step-props.ts'
import { useCounted } from './use-counted.ts'

/** Rows that did not come in, each with why. */
function WhatStayedOut(props: JobStepProps) {
  const { job } = props
  const done = job.state === 'done'
  return (
    <>
      {done && job.left > 0 && <LeftRows {...props} />}
      <RowNotes job={{ ...job, bad: job.bad + job.refused }} />
    </>
  )
}

export function ResultStep({ form, job, onAnswer, onAgain }: JobStepProps & { onAgain: () => void }) {
  const app = useWorkspace()
  const text = useText()
  const counted = useCounted(job)
  const navigate = useNavigate()
  const queries = useQueryClient()
  useEffect(() => {
    void refreshRecords(queries)
  }, [queries])
  const done = job.state === 'done'
  // Some rows came in before it stopped.
  const midway = !done && job.change !== null
  const out = done ? job.bad + job.refused : 0
  // The file and its mapping are still there, for example when the server was stopped meanwhile.
  const { call, checkAgain } = useCheckAgain({ job, onAnswer })
  const goOn = async () => {
    const params = { workspace: app.workspace.key, id: job.id }
    const answer = await call.run(() => client.call('commitImport', { params, body: { skipBad: true } }))
    if (answer !== undefined) onAnswer(answer)
  }
  const title = midway ? counted('importStopped', job.done) : text('importFailed')
  const refused = job.refused > 0 ? counted('importRefused', job.refused) : undefined
  return (
    <>
      <CallNotice problem={call.problem} lost={call.lost} />
      <Result
        status={done ? (out > 0 ? 'warning' : 'success') : midway ? 'warning' : 'error'}
        title={done ? counted('importDone', job.done) : title}
        subTitle={job.error ?? refused}
        extra={
          <Flex wrap gap={8} justify="center">
            {midway && job.state === 'failed' && (
              <Button type="primary" loading={call.busy} onClick={() => void goOn()}>
                {text('importGoOn')}
              </Button>
            )}
            {!done && !midway && (
              <Button type="primary" loading={call.busy} onClick={() => void checkAgain()}>
                {text('importCheckAgain')}
              </Button>
            )}
            <Button
              type={done ? 'primary' : 'default'}
              onClick={() => void navigate(workspacePath(app, `/f/${form.key}`))}
            >
              {text('importOpenList')}
            </Button>
            {(done || midway) && <UndoImport job={job} />}
            <Button onClick={onAgain}>{text('importAgain')}</Button>
          </Flex>
        }
      />
      {(done || midway) && <WhatStayedOut form={form} job={job} onAnswer={onAnswer} />}
    </>
  )
}
