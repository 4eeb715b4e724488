import type { ElementOf } from '@pipewright/metadata'
import { useOpenRecord } from '../../record/record-parts.ts'
import { useRenderer } from '../../environment/use-renderer.ts'
import { isEmptyValue } from '../engine/is-empty-value.ts'
import { CellValue } from '../../table/cell-value.tsx'
import { columnsOf, valueAt } from '../../table/column-of-path.ts'

/** The values that matter most, large and side by side, as they are saved. */
export function FiguresElement({ element }: { readonly element: ElementOf<'figures'> }) {
  const { index, locale } = useRenderer()
  const open = useOpenRecord()
  if (open === null) return null
  const { form, record } = open
  return (
    <dl className="pw-figures">
      {columnsOf(index, form, element.fields, locale).map((column) => (
        <div key={column.path}>
          <dt>{column.label}</dt>
          <dd className="pw-numeric">
            {isEmptyValue(valueAt(record, column.path)) ? (
              <span className="pw-quiet">–</span>
            ) : (
              <CellValue record={record} column={column} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
