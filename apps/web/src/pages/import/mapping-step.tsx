import type { Import, ImportColumn, ImportPreset, ImportWrites } from '@pipewright/contract'
import type { Form } from '@pipewright/schemas'
import { RowsSkeleton, useUiLocale } from '@pipewright/ui'
import { Button, Table } from 'antd'
import { useState } from 'react'
import { client } from '../../queries/client.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { AlikeChoice } from './alike-choice.tsx'
import { comparedFields, standingAlike } from './alike-rules.ts'
import { FilesBar } from './files-bar.tsx'
import { LinesChoice } from './lines-choice.tsx'
import { withFiles } from './with-files.ts'
import { useMappingColumns } from './mapping-columns.tsx'
import { withPreset } from './match-preset.ts'
import { PresetBar } from './preset-bar.tsx'
import { firstWrites, keyTargets, mappingFor, standingKeys } from './record-keys.ts'
import { useImportText } from './use-import-text.ts'
import { usePresets } from './use-presets.ts'
import { WritesChoice } from './writes-choice.tsx'
import type { JobStepProps } from './step-props.ts'

const onePage = 100

/** How columns are matched so far, and what the rows do. */
function useMatch(form: Form, job: Import) {
  const rights = useWorkspace().rights[form.key]
  const locale = useUiLocale()
  const idLabel = useImportText()('recordId')
  const [mapping, setMapping] = useState<readonly ImportColumn[]>(job.mapping)
  const put = (next: ImportColumn) =>
    setMapping(
      [...mapping.filter(({ column }) => column !== next.column), next].sort((a, b) => a.column - b.column),
    )
  const [writes, setWrites] = useState<ImportWrites>(() => firstWrites(job, rights))
  const keys = rights === undefined ? [] : keyTargets(form, rights, mapping, locale, idLabel)
  const by = standingKeys(writes, keys)
  const compared = comparedFields(form, rights, mapping, writes.mode)
  const { alike: chosen, ...rows } = { ...writes, by }
  const alike = standingAlike(chosen, rights?.update === true)
  const asked: ImportWrites = compared.length === 0 ? rows : { ...rows, alike }
  const contents = { finds: writes.mode !== 'create', files: job.files !== null }
  const columns = useMappingColumns(form, mapping, put, contents)
  return { mapping, setMapping, asked, alike, compared, setWrites, columns, contents }
}

/** Each column of the file with its field and how it is read; all at once, so that nothing comes in above a button about to be pressed. */
export function MappingStep(props: JobStepProps) {
  const { isPending, failureCount } = usePresets(props.form).query
  return isPending && failureCount === 0 ? <RowsSkeleton /> : <Matching {...props} />
}

function Matching({ form, job, onAnswer }: JobStepProps) {
  const app = useWorkspace()
  const text = useText()
  const call = useCall()
  const { mapping, setMapping, asked, alike, compared, setWrites, columns, contents } = useMatch(form, job)
  const apply = (preset: ImportPreset) => {
    setMapping(withPreset(job, job.mapping, preset))
    setWrites(preset.writes)
  }
  const takeFiles = (answer: Import) => {
    setMapping(withFiles(form, mapping, answer.mapping))
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
      <PresetBar form={form} job={job} mapping={mapping} writes={asked} onApply={apply} />
      <WritesChoice form={form} mapping={mapping} writes={asked} onChange={setWrites} />
      <LinesChoice form={form} mapping={mapping} writes={asked} onChange={setWrites} />
      {compared.length > 0 && (
        <AlikeChoice
          form={form}
          fields={compared}
          alike={alike}
          onChange={(next) => setWrites({ ...asked, alike: next })}
        />
      )}
      <FilesBar form={form} job={job} onAnswer={takeFiles} />
      <CallNotice problem={call.problem} lost={call.lost} />
      <Table
        size="small"
        rowKey="column"
        pagination={job.columns.length > onePage ? { pageSize: onePage } : false}
        {...(columns.length > 1 ? { scroll: { x: 760 } } : {})}
        dataSource={[...job.columns]}
        columns={columns}
      />
      <div className="import-actions">
        <Button
          type="primary"
          loading={call.busy}
          disabled={mapping.every(({ field }) => field === null) || (contents.finds && asked.by.length === 0)}
          onClick={() => void check()}
        >
          {text('importCheck')}
        </Button>
      </div>
    </>
  )
}
