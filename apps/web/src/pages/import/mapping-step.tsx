import type { ImportColumn } from '@pipewright/contract'
import { useUiLocale } from '@pipewright/ui'
import { Button, Table } from 'antd'
import { useState } from 'react'
import { client } from '../../queries/client.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { ColumnOptions } from './column-options.tsx'
import { importTargets } from './import-targets.ts'
import type { JobStepProps } from './step-props.ts'
import { TargetSelect } from './target-select.tsx'

/** Each column of the file with its field and how it is read. */
export function MappingStep({ form, job, onAnswer }: JobStepProps) {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const call = useCall()
  const [mapping, setMapping] = useState<readonly ImportColumn[]>(job.mapping)
  const rights = app.rights[form.key]
  if (rights === undefined) return null
  const targets = importTargets(form, rights, locale)
  const of = (column: number): ImportColumn =>
    mapping.find((one) => one.column === column) ?? { column, field: null }
  const put = (next: ImportColumn) =>
    setMapping(
      [...mapping.filter(({ column }) => column !== next.column), next].sort((a, b) => a.column - b.column),
    )
  const taken = new Set(mapping.map(({ field }) => field))
  const check = async () => {
    const answer = await call.run(() =>
      client.call('checkImport', {
        params: { workspace: app.workspace.key, id: job.id },
        body: { mapping: [...mapping] },
      }),
    )
    if (answer !== undefined) onAnswer(answer)
  }
  return (
    <>
      <p>{text('importMapHint')}</p>
      <CallNotice problem={call.problem} lost={call.lost} />
      <Table
        size="small"
        rowKey="column"
        pagination={job.columns.length > 100 ? { pageSize: 100 } : false}
        scroll={{ x: 720 }}
        dataSource={[...job.columns]}
        columns={[
          {
            title: text('importColumn'),
            dataIndex: 'name',
            width: 160,
            render: (name: string) => <strong>{name}</strong>,
          },
          {
            title: text('importSamples'),
            key: 'samples',
            ellipsis: true,
            render: (_, column) => <span className="import-samples">{column.samples.join(' · ')}</span>,
          },
          {
            title: text('importField'),
            key: 'field',
            width: 220,
            render: (_, column) => (
              <TargetSelect
                label={`${text('importField')}: ${column.name}`}
                column={of(column.column)}
                targets={targets}
                taken={taken}
                onChange={put}
              />
            ),
          },
          {
            title: text('importOptions'),
            key: 'options',
            width: 200,
            render: (_, column) => (
              <ColumnOptions form={form} column={of(column.column)} name={column.name} onChange={put} />
            ),
          },
        ]}
      />
      <div className="import-actions">
        <Button
          type="primary"
          loading={call.busy}
          disabled={mapping.every(({ field }) => field === null)}
          onClick={() => void check()}
        >
          {text('importCheck')}
        </Button>
      </div>
    </>
  )
}
