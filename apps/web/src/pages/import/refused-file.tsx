import type { Import } from '@pipewright/contract'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { fetchFile } from '../../queries/client.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { saveFile } from '../list/save-file.ts'
import { useImportText } from './use-import-text.ts'

/** The rows that stay out as a file of the same kind, to be corrected and imported again. */
export function RefusedFile({ job }: { readonly job: Import }) {
  const { workspace } = useWorkspace()
  const text = useImportText()
  const call = useCall()
  const format = /\.xlsx$/iu.test(job.fileName) ? 'xlsx' : 'csv'
  const bare = job.fileName.replace(/\.[^.]*$/u, '')
  const download = () =>
    call.run(async () => {
      const content = await fetchFile(`/api/w/${workspace.key}/imports/${job.id}/refused`, { format })
      saveFile(content, `${text('refusedName', { name: bare })}.${format}`)
    })
  return (
    <div className="import-refused">
      <Button icon={<Icon name="download" />} loading={call.busy} onClick={() => void download()}>
        {text('refusedFile')}
      </Button>
      <span className="quiet">{text('refusedHint')}</span>
      <CallNotice problem={call.problem} lost={call.lost} />
    </div>
  )
}
