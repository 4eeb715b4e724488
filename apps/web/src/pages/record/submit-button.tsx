import type { RecordAnswer } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { Workflow } from '@pipewright/schemas'
import { useSay, useUiLocale } from '@pipewright/ui'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { client } from '../../queries/client.ts'
import { refreshRecords } from '../../queries/records.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'

export function SubmitButton(props: { workflow: Workflow; record: RecordAnswer }) {
  const { workflow, record } = props
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const queries = useQueryClient()
  const { message } = useSay()
  const call = useCall()
  const [open, setOpen] = useState(false)
  const [comment, setComment] = useState('')
  const label = localize(workflow.label, locale)
  const submit = async () => {
    const params = {
      workspace: app.workspace.key,
      form: workflow.form,
      id: record.id,
      workflow: workflow.key,
    }
    const run = await call.run(() =>
      client.call('submitRecord', { params, body: { version: record.version, comment } }),
    )
    if (run === undefined) return
    setOpen(false)
    message.success(run.state === 'open' ? text('submitted') : text('approvedAtOnce'))
    void refreshRecords(queries)
    void queries.invalidateQueries({ queryKey: ['runs', params.workspace] })
  }
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Modal
        open={open}
        title={label}
        okText={label}
        cancelText={text('cancel')}
        confirmLoading={call.busy}
        onOk={() => void submit()}
        onCancel={() => setOpen(false)}
      >
        <CallNotice problem={call.problem} lost={call.lost} />
        <label htmlFor="submit-comment">{text('submitComment')}</label>
        <Input.TextArea
          id="submit-comment"
          rows={3}
          maxLength={2000}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
        />
      </Modal>
    </>
  )
}
