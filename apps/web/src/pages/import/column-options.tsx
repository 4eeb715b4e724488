import type { ImportColumn } from '@pipewright/contract'
import type { Form } from '@pipewright/schemas'
import { useUiLocale } from '@pipewright/ui'
import { Select } from 'antd'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { fieldAt, matchTargets } from './import-targets.ts'

interface ColumnOptionsProps {
  readonly form: Form
  readonly column: ImportColumn
  readonly name: string
  readonly onChange: (column: ImportColumn) => void
}

const choiceOf =
  (name: string) =>
  (
    label: string,
    value: string,
    options: { value: string; label: string }[],
    put: (value: string) => void,
  ) => (
    <Select
      aria-label={`${label}: ${name}`}
      style={{ width: '100%' }}
      value={value}
      options={options}
      onChange={put}
    />
  )

/** How a column is read: the order of dates, the decimal point, or by what a related record is found. */
export function ColumnOptions({ form, column, name, onChange }: ColumnOptionsProps) {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const field = fieldAt(form, column.field)
  if (field === undefined || column.field?.endsWith('.position') === true) return null
  const select = choiceOf(name)
  if (field.type === 'date' || field.type === 'dateTime') {
    const orders = [
      { value: 'YMD', label: text('importYmd') },
      { value: 'MDY', label: text('importMdy') },
      { value: 'DMY', label: text('importDmy') },
    ]
    const order = select(text('importDateOrder'), column.dateFormat ?? 'YMD', orders, (value) =>
      onChange({ ...column, dateFormat: value as 'YMD' | 'MDY' | 'DMY' }),
    )
    if (field.type === 'date') return order
    return (
      <>
        {order}
        <small className="import-hint">{text('importZone', { zone: app.member.zone })}</small>
      </>
    )
  }
  if (field.type === 'number' || field.type === 'money' || field.type === 'percent') {
    const points = [
      { value: '.', label: '1,234.50' },
      { value: ',', label: '1.234,50' },
    ]
    return select(text('importDecimal'), column.decimal ?? '.', points, (value) =>
      onChange({ ...column, decimal: value as '.' | ',' }),
    )
  }
  if (field.type === 'attachment') {
    const separators = [
      { value: ';', label: text('importSemicolon') },
      { value: ',', label: text('importComma') },
      { value: '|', label: text('importBar') },
      { value: 'line', label: text('importLine') },
    ]
    return select(text('importSeparator'), column.separator ?? ';', separators, (value) =>
      onChange({ ...column, separator: value as ';' | ',' | '|' | 'line' }),
    )
  }
  if (field.type === 'relation' || field.type === 'relations') {
    const targets = matchTargets(app.definition, field, locale)
    const title = app.definition.forms.find(({ key }) => key === field.form)?.titleField ?? ''
    const { picks: _picks, makes: _makes, ...rest } = column
    return select(text('importMatchBy'), column.matchBy ?? title, targets, (value) =>
      onChange({ ...rest, matchBy: value }),
    )
  }
  return null
}
