import type { Import, ImportProblem } from '@pipewright/contract'
import { Alert, Button, Table } from 'antd'
import { fetchFile } from '../../queries/client.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { saveFile } from '../list/save-file.ts'
import { RefusedFile } from './refused-file.tsx'
import { SideScroll } from './side-scroll.tsx'
import { useCounted } from './use-counted.ts'

/** What is wrong with rows and what rules want to be minded about others, and all of it as a file. */
export function RowNotes({ job }: { job: Import }) {
  const { workspace } = useWorkspace()
  const text = useText()
  const counted = useCounted(job)
  const call = useCall()
  if (job.bad === 0 && job.warned === 0 && job.left === 0) return null
  const address = `/api/w/${workspace.key}/imports/${job.id}/notes`
  const download = () =>
    call.run(async () => saveFile(await fetchFile(address, { format: 'csv' }), `${job.fileName}.csv`))
  return (
    <>
      {job.problems.length > 0 && <NoteTable notes={job.problems} label={text('importProblems')} />}
      {job.bad > 0 && <RefusedFile job={job} />}
      {job.bad > 0 && job.problems.length >= 1000 && <p>{counted('importMore', job.bad)}</p>}
      {job.warned > 0 && (
        <Alert
          type="info"
          showIcon
          className="import-warned"
          title={counted('importWarned', job.warned)}
          description={text('importWarnedHint')}
        />
      )}
      {job.warnings.length > 0 && <NoteTable notes={job.warnings} label={text('importWarnings')} />}
      <div>
        <Button loading={call.busy} onClick={() => void download()}>
          {text('importNotesFile')}
        </Button>
      </div>
      <CallNotice problem={call.problem} lost={call.lost} />
    </>
  )
}

function NoteTable({ notes, label }: { notes: readonly ImportProblem[]; label: string }) {
  const text = useText()
  return (
    <SideScroll label={label}>
      <Table<ImportProblem>
        size="small"
        aria-label={label}
        rowKey={({ row, column, code, message }) => `${row}:${column ?? ''}:${code}:${message}`}
        dataSource={[...notes]}
        pagination={{ pageSize: 20, showSizeChanger: false, hideOnSinglePage: true }}
        columns={[
          { title: text('importRow'), dataIndex: 'row', width: 80 },
          { title: text('importColumn'), dataIndex: 'column', width: 160 },
          { title: text('importValue'), dataIndex: 'value', width: 200, ellipsis: true },
          { title: text('importReason'), dataIndex: 'message' },
        ]}
      />
    </SideScroll>
  )
}
