import { fieldTypes, localize } from '@pipewright/metadata'
import { Checkbox, Input, Select, Switch } from 'antd'
import { listed } from '@pipewright/ui'
import { useDefinition, useDesign } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { TableColumn } from './table-fields.ts'

const types: readonly TableColumn['type'][] = [
  'text',
  'longText',
  'number',
  'money',
  'percent',
  'date',
  'dateTime',
  'yesNo',
  'choice',
  'multiChoice',
  'email',
  'phone',
  'url',
  'relation',
]

interface ColumnRowProps {
  readonly column: TableColumn
  readonly onChange: (column: TableColumn) => void
}

function ColumnType({ column, onChange }: ColumnRowProps) {
  const t = useTexts()
  const read = useLocalized()
  const { locale } = useDesign()
  const { forms } = useDefinition()
  const [first] = forms
  const offered = first === undefined ? types.filter((type) => type !== 'relation') : types
  return (
    <div className="pwd-table-type">
      <Select
        size="small"
        className="pwd-full"
        aria-label={t('fromTable.typeOf', { name: column.name })}
        value={column.type}
        options={offered.map((type) => ({ value: type, label: localize(fieldTypes[type].label, locale) }))}
        onChange={(type) => {
          const { target, ...rest } = column
          const form = target ?? first?.key
          onChange({ ...rest, type, ...(type === 'relation' && form !== undefined ? { target: form } : {}) })
        }}
      />
      {column.type === 'relation' && (
        <Select
          size="small"
          className="pwd-full"
          aria-label={t('fromTable.targetOf', { name: column.name })}
          value={column.target ?? null}
          options={forms.map((form) => ({ value: form.key, label: read(form.label) }))}
          onChange={(target: string) => onChange({ ...column, target })}
        />
      )}
    </div>
  )
}

function ColumnRow({ column, onChange }: ColumnRowProps) {
  const t = useTexts()
  const { locale } = useDesign()
  const { found } = column
  const some = listed(found.options.slice(0, 3), locale)
  return (
    <tr data-off={column.use ? undefined : ''}>
      <td>
        <Checkbox
          aria-label={t('fromTable.use', { name: column.name })}
          checked={column.use}
          onChange={(event) => onChange({ ...column, use: event.target.checked })}
        />
      </td>
      <td>
        <Input
          size="small"
          aria-label={t('fromTable.labelOf', { name: column.name })}
          maxLength={200}
          value={column.label}
          onChange={(event) => onChange({ ...column, label: event.target.value })}
        />
      </td>
      <td>
        <ColumnType column={column} onChange={onChange} />
      </td>
      <td>
        <Switch
          size="small"
          aria-label={t('fromTable.requiredOf', { name: column.name })}
          checked={column.required}
          onChange={(required) => onChange({ ...column, required })}
        />
      </td>
      <td className="pwd-quiet pwd-cut">
        {column.type === 'choice' || column.type === 'multiChoice'
          ? t('fromTable.options', {
              count: found.options.length,
              some,
            })
          : found.samples.join(' · ')}
      </td>
    </tr>
  )
}

/** What was found in the columns, to be corrected. */
export function ColumnList(props: {
  readonly columns: readonly TableColumn[]
  readonly onChange: (columns: readonly TableColumn[]) => void
}) {
  const t = useTexts()
  return (
    <div className="pwd-table-columns">
      <table>
        <thead>
          <tr>
            <th aria-label={t('fromTable.used')} />
            <th>{t('fromTable.label')}</th>
            <th>{t('fromTable.type')}</th>
            <th>{t('inspector.required')}</th>
            <th>{t('fromTable.values')}</th>
          </tr>
        </thead>
        <tbody>
          {props.columns.map((column, position) => (
            <ColumnRow
              key={`${column.name}${position}`}
              column={column}
              onChange={(next) => props.onChange(props.columns.map((one) => (one === column ? next : one)))}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}
