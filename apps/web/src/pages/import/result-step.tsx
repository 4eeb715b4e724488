import { useQueryClient } from '@tanstack/react-query'
import { Button, Flex, Result } from 'antd'
import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { client } from '../../queries/client.ts'
import { refreshRecords } from '../../queries/records.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { RowNotes } from './row-notes.tsx'
import { UndoImport } from './undo-import.tsx'
import type { JobStepProps } from './step-props.ts'

export function ResultStep({ form, job, onAnswer, onAgain }: JobStepProps & { onAgain: () => void }) {
  const app = useWorkspace()
  const text = useText()
  const call = useCall()
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
  const checkAgain = async () => {
    const params = { workspace: app.workspace.key, id: job.id }
    const answer = await call.run(() =>
      client.call('checkImport', { params, body: { mapping: [...job.mapping], writes: job.writes } }),
    )
    if (answer !== undefined) onAnswer(answer)
  }
  const goOn = async () => {
    const params = { workspace: app.workspace.key, id: job.id }
    const answer = await call.run(() => client.call('commitImport', { params, body: { skipBad: true } }))
    if (answer !== undefined) onAnswer(answer)
  }
  const title = midway ? text('importStopped', { count: job.done }) : text('importFailed')
  const refused = job.refused > 0 ? text('importRefused', { count: job.refused }) : undefined
  return (
    <>
      <CallNotice problem={call.problem} lost={call.lost} />
      <Result
        status={done ? (out > 0 ? 'warning' : 'success') : midway ? 'warning' : 'error'}
        title={done ? text('importDone', { count: job.done }) : title}
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
      {(done || midway) && <RowNotes job={done ? { ...job, bad: out } : job} />}
    </>
  )
}
