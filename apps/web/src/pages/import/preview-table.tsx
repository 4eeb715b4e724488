import type { Import } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { FieldValue } from '@pipewright/renderer'
import type { Field } from '@pipewright/schemas'
import { useUiLocale } from '@pipewright/ui'
import { Table, Tag } from 'antd'
import { Link } from 'react-router'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { SideScroll } from './side-scroll.tsx'
import type { JobStepProps } from './step-props.ts'

type Row = Import['preview'][number]

/** What a field will hold; of one that changes, also what it holds now. */
function PreviewCell({ field, row, job }: { field: Field; row: Row; job: Import }) {
  const text = useText()
  const titles = job.titles ?? {}
  const value = <FieldValue field={field} value={row.values[field.key] ?? null} titles={titles} />
  if (row.record !== null && !Object.hasOwn(row.values, field.key)) return null
  if (row.was === null || !Object.hasOwn(row.was, field.key)) return value
  const was = row.was[field.key] ?? null
  return (
    <span className="import-change">
      {was !== null && (
        <del>
          <span className="pw-hidden-text">{text('importWas')}</span>
          <FieldValue field={field} value={was} titles={titles} />
        </del>
      )}
      <ins>
        <span className="pw-hidden-text">{text('importBecomes')}</span>
        {row.values[field.key] === null ? text('importEmptied') : value}
      </ins>
    </span>
  )
}

/** The first rows as they would come in, each change beside what it replaces. */
export function PreviewTable({ form, job }: JobStepProps) {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const fields = form.fields.filter((field) => job.mapping.some((column) => column.field === field.key))
  const record = {
    title: text('importRecord'),
    key: 'record',
    render: (_: unknown, row: Row) =>
      row.record === null ? (
        <Tag>{text('importNewRecord')}</Tag>
      ) : (
        <Link to={workspacePath(app, `/f/${form.key}/${row.record.id}`)}>{row.record.title}</Link>
      ),
  }
  return (
    <>
      <h2 className="import-heading">{text('importPreview')}</h2>
      <SideScroll label={text('importPreview')}>
        <Table
          size="small"
          rowKey="row"
          dataSource={[...job.preview]}
          pagination={false}
          className="import-preview"
          columns={[
            { title: text('importRow'), dataIndex: 'row', key: 'row', width: 80 },
            ...(job.writes.mode === 'create' ? [] : [record]),
            ...fields.map((field) => ({
              title: localize(field.label, locale),
              key: field.key,
              render: (_: unknown, row: Row) => <PreviewCell field={field} row={row} job={job} />,
            })),
          ]}
        />
      </SideScroll>
    </>
  )
}
