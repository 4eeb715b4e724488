import { Checkbox } from 'antd'
import { useTexts } from '../texts/use-texts.ts'
import type { RecordTableProps } from './record-table-props.ts'

/** Chooses every record of a list that is loaded, or none. */
export function SelectAll({
  rows,
  selection,
  onSelect,
}: Pick<RecordTableProps, 'rows' | 'selection' | 'onSelect'>) {
  const t = useTexts()
  const chosen = rows.filter((record) => selection?.has(record.id)).length
  return (
    <div role="columnheader" aria-colindex={1} className="pw-th pw-check">
      <Checkbox
        aria-label={t('table.selectAll')}
        checked={rows.length > 0 && chosen === rows.length}
        indeterminate={chosen > 0 && chosen < rows.length}
        onChange={(event) => onSelect?.(new Set(event.target.checked ? rows.map((record) => record.id) : []))}
      />
    </div>
  )
}
