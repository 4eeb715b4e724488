import type { Problem } from '@pipewright/contract'
import { Alert } from 'antd'
import { useText } from '../texts/use-text.ts'

/** Says what went wrong with a call: the problem with its details, or that the server does not answer. */
export function CallNotice(props: { problem: Problem | null; lost: boolean }) {
  const text = useText()
  if (props.lost)
    return <Alert type="warning" showIcon title={text('offline')} style={{ marginBottom: 16 }} />
  if (props.problem === null) return null
  const details = props.problem.errors?.map((error) => error.message) ?? []
  return (
    <Alert
      type="error"
      showIcon
      title={props.problem.title}
      description={
        details.length === 0 ? undefined : details.map((detail) => <div key={detail}>{detail}</div>)
      }
      style={{ marginBottom: 16 }}
    />
  )
}
