import { InboxOutlined } from '@ant-design/icons'
import type { Import } from '@pipewright/contract'
import { useNarrow } from '@pipewright/ui'
import { Upload } from 'antd'
import { client } from '../../queries/client.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { PastImports } from './past-imports.tsx'
import type { StepProps } from './step-props.ts'
import { useImportText } from './use-import-text.ts'
import { usePresets } from './use-presets.ts'

interface UploadStepProps extends StepProps {
  /** Remembers what was sent: it may have to be read anew. */
  readonly onSent: (file: File, job: Import) => void
}

export function UploadStep({ form, onAnswer, onSent }: UploadStepProps) {
  const app = useWorkspace()
  const text = useText()
  const own = useImportText()
  const call = useCall()
  // Nothing is dragged on a phone.
  const hint = useNarrow() ? own('tapToChoose') : text('uploadHint')
  // The next step shows them first; asked for while a file is chosen, they are there by then.
  usePresets(form)
  const send = async (file: File) => {
    const body = new FormData()
    body.append('file', file)
    const job = await call.run(() =>
      client.call('createImport', { params: { workspace: app.workspace.key, form: form.key }, form: body }),
    )
    if (job === undefined) return
    onSent(file, job)
    onAnswer(job)
  }
  return (
    <>
      <CallNotice problem={call.problem} lost={call.lost} />
      <Upload.Dragger
        accept=".csv,.tsv,.txt,.xlsx,.zip"
        maxCount={1}
        showUploadList={false}
        disabled={call.busy}
        beforeUpload={(file) => {
          void send(file)
          return false
        }}
      >
        <p className="ant-upload-drag-icon">
          <InboxOutlined />
        </p>
        <p>{call.busy ? text('loading') : hint}</p>
      </Upload.Dragger>
      <PastImports form={form} />
    </>
  )
}
