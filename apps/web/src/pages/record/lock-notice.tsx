import type { RecordAnswer } from '@pipewright/contract'
import { Alert } from 'antd'
import { useText } from '../../texts/use-text.ts'

export function LockNotice(props: { record: RecordAnswer }) {
  const text = useText()
  return props.record.locked_by === null ? null : (
    <Alert type="info" showIcon title={text('runOpen')} style={{ marginBottom: 16 }} />
  )
}
