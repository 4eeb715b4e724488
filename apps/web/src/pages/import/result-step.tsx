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
  // The file and its mapping are still there, for example when the server was stopped meanwhile.
  const checkAgain = async () => {
    const params = { workspace: app.workspace.key, id: job.id }
    const answer = await call.run(() =>
      client.call('checkImport', { params, body: { mapping: [...job.mapping], writes: job.writes } }),
    )
    if (answer !== undefined) onAnswer(answer)
  }
  return (
    <>
      <CallNotice problem={call.problem} lost={call.lost} />
      <Result
        status={done ? 'success' : 'error'}
        title={done ? text('importDone', { count: job.done }) : text('importFailed')}
        subTitle={job.error}
        extra={
          <Flex wrap gap={8} justify="center">
            {!done && (
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
            {done && <UndoImport job={job} />}
            <Button onClick={onAgain}>{text('importAgain')}</Button>
          </Flex>
        }
      />
      {done && <RowNotes job={{ ...job, bad: 0, problems: [] }} />}
    </>
  )
}
