import { useQueryClient } from '@tanstack/react-query'
import { Button, Result } from 'antd'
import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { refreshRecords } from '../../queries/records.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import type { JobStepProps } from './step-props.ts'

export function ResultStep({ form, job, onAgain }: JobStepProps & { onAgain: () => void }) {
  const app = useWorkspace()
  const text = useText()
  const navigate = useNavigate()
  const queries = useQueryClient()
  useEffect(() => {
    void refreshRecords(queries)
  }, [queries])
  const done = job.state === 'done'
  return (
    <Result
      status={done ? 'success' : 'error'}
      title={done ? text('importDone', { count: job.done }) : text('importFailed')}
      subTitle={job.error}
      extra={[
        <Button key="list" type="primary" onClick={() => void navigate(workspacePath(app, `/f/${form.key}`))}>
          {text('importOpenList')}
        </Button>,
        <Button key="again" onClick={onAgain}>
          {text('importAgain')}
        </Button>,
      ]}
    />
  )
}
