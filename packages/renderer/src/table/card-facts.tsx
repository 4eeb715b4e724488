import type { RecordAnswer } from '@pipewright/contract'
import { isEmptyValue } from '../form/engine/is-empty-value.ts'
import { CellValue } from './cell-value.tsx'
import { valueAt, type Column } from './column-of-path.ts'
import './card-facts.css'

/** What a card shows of a record below its title: the fields that hold something. */
export function CardFacts(props: { readonly record: RecordAnswer; readonly columns: readonly Column[] }) {
  const { record, columns } = props
  const filled = columns.filter(({ path }) => !isEmptyValue(valueAt(record, path)))
  if (filled.length === 0) return null
  return (
    <ul className="pw-card-facts">
      {filled.map((column) => (
        <li key={column.path} title={column.label}>
          <span className="pw-hidden-text">{`${column.label}: `}</span>
          <CellValue record={record} column={column} />
        </li>
      ))}
    </ul>
  )
}
