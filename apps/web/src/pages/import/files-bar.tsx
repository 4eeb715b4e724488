import { Button, Flex, Upload } from 'antd'
import { client } from '../../queries/client.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { RefusedFiles } from './files-told.tsx'
import { filePaths } from './import-targets.ts'
import type { JobStepProps } from './step-props.ts'

/** A zip with the files that the table names, for forms whose records can have some. */
export function FilesBar({ form, job, onAnswer }: JobStepProps) {
  const app = useWorkspace()
  const text = useText()
  const call = useCall()
  const fields = app.rights[form.key]?.fields ?? {}
  if (!filePaths(form).some((path) => fields[path] === 'write')) return null
  const { files } = job
  const send = async (file: File) => {
    const body = new FormData()
    body.append('file', file)
    const params = { workspace: app.workspace.key, id: job.id }
    const answer = await call.run(() => client.call('addImportFiles', { params, form: body }))
    if (answer !== undefined) onAnswer(answer)
  }
  return (
    <fieldset className="import-writes">
      <legend>{text('importFiles')}</legend>
      <CallNotice problem={call.problem} lost={call.lost} />
      <Flex wrap gap={8} align="center">
        <Upload
          accept=".zip"
          maxCount={1}
          showUploadList={false}
          disabled={call.busy}
          beforeUpload={(file) => {
            void send(file)
            return false
          }}
        >
          <Button loading={call.busy}>
            {text(files === null ? 'importFilesChoose' : 'importFilesOther')}
          </Button>
        </Upload>
        <span className="quiet" aria-live="polite">
          {files === null
            ? text('importFilesHint')
            : text('importFilesThere', { name: files.name, count: files.count })}
        </span>
      </Flex>
      <RefusedFiles job={job} />
    </fieldset>
  )
}
