import type { Import } from '@pipewright/contract'
import { RowsSkeleton } from '@pipewright/ui'
import { Button, Table } from 'antd'
import { client } from '../../queries/client.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { AlikeChoice } from './alike-choice.tsx'
import { FilesBar } from './files-bar.tsx'
import { LinesChoice } from './lines-choice.tsx'
import { PresetBar } from './preset-bar.tsx'
import { EncodingBar } from './encoding-bar.tsx'
import type { useMappingColumns } from './mapping-columns.tsx'
import { mappingFor } from './record-keys.ts'
import { useMatch } from './use-match.ts'
import { usePresets } from './use-presets.ts'
import { WritesChoice } from './writes-choice.tsx'
import type { JobStepProps } from './step-props.ts'

interface MappingStepProps extends JobStepProps {
  /** What was uploaded, as long as the page has it. */
  readonly file: File | undefined
  /** Goes back to where a file is chosen. */
  readonly onAgain: () => void
}

const onePage = 100

/** Each column of the file with its field and how it is read; all at once, so that nothing comes in above a button about to be pressed. */
export function MappingStep(props: MappingStepProps) {
  const { isPending, failureCount } = usePresets(props.form).query
  return isPending && failureCount === 0 ? <RowsSkeleton /> : <Matching {...props} />
}

function FileColumns({
  job,
  columns,
}: {
  readonly job: Import
  readonly columns: ReturnType<typeof useMappingColumns>
}) {
  return (
    <Table
      size="small"
      rowKey="column"
      pagination={job.columns.length > onePage ? { pageSize: onePage } : false}
      {...(columns.length > 1 ? { scroll: { x: 760 } } : {})}
      dataSource={[...job.columns]}
      columns={columns}
    />
  )
}

function Matching({ form, job, file, onAnswer, onAgain }: MappingStepProps) {
  const app = useWorkspace()
  const text = useText()
  const call = useCall()
  const reading = useCall()
  const match = useMatch(form, job)
  const { mapping, asked, compared, setWrites, contents } = match
  const taking = (take: (answer: Import) => void) => (answer: Import) => {
    take(answer)
    onAnswer(answer)
  }
  const check = async () => {
    const params = { workspace: app.workspace.key, id: job.id }
    const answer = await call.run(() =>
      client.call('checkImport', {
        params,
        body: { mapping: mappingFor(form, mapping, contents, asked.by), writes: asked },
      }),
    )
    if (answer !== undefined) onAnswer(answer)
  }
  return (
    <>
      <p>{text('importMapHint')}</p>
      <PresetBar form={form} job={job} mapping={mapping} writes={asked} onApply={match.takePreset} />
      <WritesChoice form={form} mapping={mapping} writes={asked} onChange={setWrites} />
      <LinesChoice form={form} mapping={mapping} writes={asked} onChange={setWrites} />
      {compared.length > 0 && (
        <AlikeChoice
          form={form}
          fields={compared}
          alike={match.alike}
          onChange={(next) => setWrites({ ...asked, alike: next })}
        />
      )}
      <FilesBar form={form} job={job} onAnswer={taking(match.takeFiles)} />
      <EncodingBar
        job={job}
        file={file}
        call={reading}
        onAnswer={taking(match.takeReading)}
        onAgain={onAgain}
      />
      <CallNotice problem={call.problem} lost={call.lost} />
      <FileColumns job={job} columns={match.columns} />
      <div className="import-actions">
        <Button
          type="primary"
          loading={call.busy}
          disabled={reading.busy || !match.isReady}
          onClick={() => void check()}
        >
          {text('importCheck')}
        </Button>
      </div>
    </>
  )
}
