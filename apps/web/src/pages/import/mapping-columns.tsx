import type { Import, ImportColumn } from '@pipewright/contract'
import { recordIdField } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { useNarrow, useUiLocale } from '@pipewright/ui'
import type { TableColumnsType } from 'antd'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { ColumnOptions } from './column-options.tsx'
import { idTarget, importTargets, type FileContents } from './import-targets.ts'
import { TargetSelect } from './target-select.tsx'
import { useImportText } from './use-import-text.ts'

type FileColumn = Import['columns'][number]

/** Columns of the table that matches columns: name and examples, the field, how it is read; one below the other on a phone. */
export function useMappingColumns(
  form: Form,
  mapping: readonly ImportColumn[],
  put: (column: ImportColumn) => void,
  contents: FileContents,
): TableColumnsType<FileColumn> {
  const rights = useWorkspace().rights[form.key]
  const text = useText()
  const locale = useUiLocale()
  const narrow = useNarrow()
  const idLabel = useImportText()('recordId')
  const own = rights === undefined ? [] : importTargets(form, rights, locale, contents)
  const targets = contents.finds ? [idTarget(idLabel), ...own] : own
  const taken = new Set(mapping.map(({ field }) => field))
  const of = (column: number): ImportColumn => {
    const found = mapping.find((one) => one.column === column) ?? { column, field: null }
    return found.field === recordIdField.key && !contents.finds ? { ...found, field: null } : found
  }
  const field = ({ column, name }: FileColumn) => (
    <TargetSelect
      label={`${text('importField')}: ${name}`}
      column={of(column)}
      targets={targets}
      taken={taken}
      onChange={put}
    />
  )
  const options = ({ column, name }: FileColumn) => (
    <ColumnOptions form={form} column={of(column)} name={name} onChange={put} />
  )
  const samples = ({ samples: some }: FileColumn) => <span className="quiet">{some.join(' · ')}</span>
  if (narrow)
    return [
      {
        title: text('importColumn'),
        key: 'column',
        render: (_, column) => (
          <div className="import-match">
            <strong>{column.name}</strong>
            {samples(column)}
            {field(column)}
            {options(column)}
          </div>
        ),
      },
    ]
  return [
    {
      title: text('importColumn'),
      dataIndex: 'name',
      width: 180,
      render: (name: string) => <strong>{name}</strong>,
    },
    { title: text('importSamples'), key: 'samples', ellipsis: true, render: (_, column) => samples(column) },
    { title: text('importField'), key: 'field', width: 220, render: (_, column) => field(column) },
    { title: text('importOptions'), key: 'options', width: 200, render: (_, column) => options(column) },
  ]
}
