import type { RecordBoardProps } from './record-board-props.ts'

export function RecordBoard(_props: RecordBoardProps) {
  return null
}
