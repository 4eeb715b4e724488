import type { Import, ImportProblem } from '@pipewright/contract'
import { Alert, Button } from 'antd'
import { fetchFile } from '../../queries/client.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { saveFile } from '../list/save-file.ts'
import { RefusedFile } from './refused-file.tsx'
import { RowsTable } from './rows-table.tsx'
import { useCounted } from './use-counted.ts'
import { useImportText } from './use-import-text.ts'

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
  const own = useImportText()
  return (
    <RowsTable<ImportProblem>
      label={label}
      rows={notes}
      rowKey={({ row, column, code, message }) => `${row}:${column ?? ''}:${code}:${message}`}
      pageSize={20}
      called={{ by: 'row', name: ({ row }) => own('rowCalled', { row }) }}
      columns={[
        { key: 'row', title: text('importRow'), width: 80, render: ({ row }) => row },
        {
          key: 'column',
          title: text('importColumn'),
          width: 160,
          render: ({ column }) => column,
          isEmpty: ({ column }) => column === null,
        },
        {
          key: 'value',
          title: text('importValue'),
          width: 200,
          ellipsis: true,
          render: ({ value }) => value,
          isEmpty: ({ value }) => value === null || value === '',
        },
        { key: 'message', title: text('importReason'), render: ({ message }) => message },
      ]}
    />
  )
}
