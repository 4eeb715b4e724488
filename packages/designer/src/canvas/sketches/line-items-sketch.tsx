import { fieldTypes, localize } from '@pipewright/metadata'
import type { LineItemsField } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { useTexts } from '../../texts/use-texts.ts'
import type { SketchProps } from './sketch.ts'

/** The head of the table and one empty row. */
export function LineItemsSketch({ field, locale }: SketchProps<LineItemsField>) {
  const t = useTexts()
  return (
    <div className="pwd-table-sketch">
      <div className="pwd-table-row" data-head="">
        {field.fields.map((column) => (
          <span key={column.key}>
            <Icon name={fieldTypes[column.type].icon} /> {localize(column.label, locale) || '…'}
          </span>
        ))}
      </div>
      <div className="pwd-table-row">
        {field.fields.map((column) => (
          <span key={column.key}>&nbsp;</span>
        ))}
      </div>
      <div className="pwd-table-add">
        <Icon name="plus" /> {t('canvas.addRow')}
      </div>
    </div>
  )
}
