import type { RecordTableProps } from './record-table-props.ts'

export function RecordTable(_props: RecordTableProps) {
  return null
}
