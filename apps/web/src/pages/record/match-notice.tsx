import type { Match } from '@pipewright/contract'
import type { Form } from '@pipewright/schemas'
import { Alert } from 'antd'
import { Link } from 'react-router'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'

export function MatchNotice(props: { form: Form; matches: readonly Match[] }) {
  const app = useWorkspace()
  const text = useText()
  if (props.matches.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={text('convertUse')}
      description={props.matches.map((match) => (
        <div key={match.id}>
          <Link to={workspacePath(app, `/f/${props.form.key}/${match.id}`)} target="_blank">
            {match.title}
          </Link>
          {match.value === match.title ? null : ` · ${match.value}`}
        </div>
      ))}
      style={{ marginBottom: 16 }}
    />
  )
}
