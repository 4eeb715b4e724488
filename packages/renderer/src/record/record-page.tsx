import type { RecordPageProps } from './record-page-props.ts'

export function RecordPage(_props: RecordPageProps) {
  return null
}
