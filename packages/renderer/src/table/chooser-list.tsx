import { Icon } from '@pipewright/ui'
import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { useReadableFields } from '../environment/readable-fields.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { ColumnChooserProps } from './column-chooser-props.ts'
import { columnsOf } from './column-of-path.ts'
import { columnMoved } from './move-column.ts'

/** The columns of a list and what else could be one. */
export function ChooserList({ form, columns, onChange }: ColumnChooserProps) {
  const { index, locale } = useRenderer()
  const t = useTexts()
  const [sought, setSought] = useState('')
  const readable = useReadableFields(form).filter((field) => !columns.includes(field.path))
  const shown = columnsOf(index, form, columns, locale)
  const fits = (label: string) => label.toLowerCase().includes(sought.trim().toLowerCase())
  return (
    <div className="pw-columns">
      <Input
        size="small"
        prefix={<Icon name="search" />}
        aria-label={t('table.searchColumns')}
        placeholder={t('table.searchColumns')}
        value={sought}
        onChange={(event) => setSought(event.target.value)}
      />
      {shown
        .filter(({ label }) => fits(label))
        .map(({ path, label }) => (
          <div key={path} className="pw-columns-item">
            <Checkbox
              checked
              disabled={columns.length === 1}
              onChange={() => onChange(columns.filter((column) => column !== path))}
            >
              {label}
            </Checkbox>
            <Button
              type="text"
              size="small"
              icon={<Icon name="up" />}
              aria-label={t('table.moveUp', { column: label })}
              disabled={columns[0] === path}
              onClick={() => onChange(columnMoved(columns, path, -1))}
            />
            <Button
              type="text"
              size="small"
              icon={<Icon name="down" />}
              aria-label={t('table.moveDown', { column: label })}
              disabled={columns.at(-1) === path}
              onClick={() => onChange(columnMoved(columns, path, 1))}
            />
          </div>
        ))}
      {readable
        .filter(({ label }) => fits(label))
        .map(({ path, label }) => (
          <div key={path} className="pw-columns-item">
            <Checkbox checked={false} onChange={() => onChange([...columns, path])}>
              {label}
            </Checkbox>
          </div>
        ))}
    </div>
  )
}
