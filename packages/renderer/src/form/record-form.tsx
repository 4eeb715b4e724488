import type { RecordFormProps } from './record-form-props.ts'

export function RecordForm(_props: RecordFormProps) {
  return null
}
