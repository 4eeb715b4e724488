import type { ImportRows } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { Field, Form } from '@pipewright/schemas'
import { useUiLocale } from '@pipewright/ui'
import { Tag } from 'antd'
import { Link } from 'react-router'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { AlikeCell } from './alike-cell.tsx'
import type { Decisions, Fate } from './decisions.ts'
import { PreviewCell, Reasons } from './preview-cell.tsx'
import { RowsTable } from './rows-table.tsx'
import type { RowColumn } from './stacked-row.tsx'
import type { JobStepProps } from './step-props.ts'
import { useImportText } from './use-import-text.ts'

type Row = ImportRows['rows'][number]
type Titles = ImportRows['titles']

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

const isMade = ({ alike }: Row): boolean => alike === null || alike.fate === 'import'

/** The record that a row changes, or that it makes one. */
function RecordOf({ form, row }: { form: Form; row: Row }) {
  const app = useWorkspace()
  const text = useText()
  if (row.record !== null)
    return <Link to={workspacePath(app, `/f/${form.key}/${row.record.id}`)}>{row.record.title}</Link>
  return isMade(row) ? <Tag>{text('importNewRecord')}</Tag> : null
}

/** Rows as they would come in, each change beside what it replaces. */
export function PreviewTable(props: PreviewTableProps) {
  const { form, job, rows, titles, loading, bad = false, label, decisions, onDecide } = props
  const text = useText()
  const own = useImportText()
  const locale = useUiLocale()
  const fields = form.fields.filter((field) =>
    job.mapping.some((column) => column.field?.split('.')[0] === field.key),
  )
  const isFound = job.writes.mode !== 'create' || job.changed > 0
  const looksAlike = rows.some(({ alike }) => alike !== null)
  const record: RowColumn<Row> = {
    title: text('importRecord'),
    key: 'record',
    render: (row) => <RecordOf form={form} row={row} />,
    isEmpty: (row) => row.record === null && !isMade(row),
  }
  const looks: RowColumn<Row> = {
    title: own('looks'),
    key: 'alike',
    render: (row) => <AlikeCell form={form} row={row} decisions={decisions} onDecide={onDecide} />,
    isEmpty: ({ alike }) => alike === null,
  }
  const reason: RowColumn<Row> = {
    title: text('importReason'),
    key: 'reason',
    render: (row) => <Reasons row={row} />,
  }
  const valueOf = (field: Field): RowColumn<Row> => ({
    title: localize(field.label, locale),
    key: field.key,
    render: (row) => <PreviewCell field={field} row={row} titles={titles} />,
    isEmpty: ({ values, was }) =>
      (values[field.key] ?? null) === null && (was === null || !Object.hasOwn(was, field.key)),
  })
  return (
    <RowsTable<Row>
      label={label}
      rows={rows}
      rowKey={({ row }) => row}
      loading={loading}
      called={{ by: 'row', name: ({ row }) => own('rowCalled', { row }) }}
      columns={[
        { key: 'row', title: text('importRow'), width: 80, render: ({ row }) => row },
        ...(bad ? [reason] : isFound ? [record] : []),
        ...(looksAlike ? [looks] : []),
        ...fields.map(valueOf),
      ]}
    />
  )
}
