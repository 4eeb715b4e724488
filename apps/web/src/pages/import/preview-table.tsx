import type { ImportRows } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { FieldValue } from '@pipewright/renderer'
import type { Field } from '@pipewright/schemas'
import { useUiLocale } from '@pipewright/ui'
import { Table, Tag } from 'antd'
import { Link } from 'react-router'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { AlikeCell } from './alike-cell.tsx'
import type { Decisions, Fate } from './decisions.ts'
import { PreviewLines } from './preview-lines.tsx'
import { SideScroll } from './side-scroll.tsx'
import type { JobStepProps } from './step-props.ts'
import { useImportText } from './use-import-text.ts'

type Row = ImportRows['rows'][number]
type Titles = ImportRows['titles']

/** What a field will hold; of one that changes, also what it holds now. */
function PreviewCell({ field, row, titles }: { field: Field; row: Row; titles: Titles }) {
  const text = useText()
  if (field.type === 'lineItems') {
    if (!Object.hasOwn(row.values, field.key)) return null
    const lines = { field, value: row.values[field.key] ?? null, titles }
    const isChanged = row.was !== null && Object.hasOwn(row.was, field.key)
    return <PreviewLines {...lines} {...(isChanged ? { was: row.was?.[field.key] ?? null } : {})} />
  }
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

/** Why a row cannot come in. */
function Reasons({ row }: { row: Row }) {
  const own = useImportText()
  return (
    <ul className="import-reasons">
      {row.problems.map(({ row: at, column, code, message }) => (
        <li key={`${at}:${column ?? ''}:${code}:${message}`}>
          {at === row.row ? '' : `${own('rowAt', { row: at })} `}
          {column === null ? message : own('reasonAt', { column, message })}
        </li>
      ))}
    </ul>
  )
}

interface PreviewTableProps extends JobStepProps {
  readonly rows: readonly Row[]
  readonly titles: Titles
  readonly loading: boolean
  /** Rows that cannot come in stand with their reasons. */
  readonly bad?: boolean
  readonly label: string
  /** What was decided of rows that look alike and is not taken over yet; left out where nothing can be decided. */
  readonly decisions?: Decisions
  readonly onDecide?: (row: number, fate: Fate, record: string | null) => void
}

/** Rows as they would come in, each change beside what it replaces. */
export function PreviewTable(props: PreviewTableProps) {
  const { form, job, rows, titles, loading, bad = false, label, decisions, onDecide } = props
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const fields = form.fields.filter((field) =>
    job.mapping.some((column) => column.field?.split('.')[0] === field.key),
  )
  const record = {
    title: text('importRecord'),
    key: 'record',
    render: (_: unknown, row: Row) => {
      if (row.record !== null)
        return <Link to={workspacePath(app, `/f/${form.key}/${row.record.id}`)}>{row.record.title}</Link>
      const isMade = row.alike === null || row.alike.fate === 'import'
      return isMade ? <Tag>{text('importNewRecord')}</Tag> : null
    },
  }
  const looks = {
    title: useImportText()('looks'),
    key: 'alike',
    render: (_: unknown, row: Row) => (
      <AlikeCell form={form} row={row} decisions={decisions} onDecide={onDecide} />
    ),
  }
  const isFound = job.writes.mode !== 'create' || job.changed > 0
  const reason = {
    title: text('importReason'),
    key: 'reason',
    render: (_: unknown, row: Row) => <Reasons row={row} />,
  }
  return (
    <SideScroll label={label}>
      <Table
        size="small"
        rowKey="row"
        dataSource={[...rows]}
        loading={loading}
        pagination={false}
        className="import-preview"
        columns={[
          { title: text('importRow'), dataIndex: 'row', key: 'row', width: 80 },
          ...(bad ? [reason] : isFound ? [record] : []),
          ...(rows.some(({ alike }) => alike !== null) ? [looks] : []),
          ...fields.map((field) => ({
            title: localize(field.label, locale),
            key: field.key,
            render: (_: unknown, row: Row) => <PreviewCell field={field} row={row} titles={titles} />,
          })),
        ]}
      />
    </SideScroll>
  )
}
