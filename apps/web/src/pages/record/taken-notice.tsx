import type { Taken } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { useUiLocale } from '@pipewright/ui'
import { Alert } from 'antd'
import { Link } from 'react-router'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'

/** Says which of the values another record has already, and leads to it where it may be seen. */
export function TakenNotice({ form, taken }: { form: Form; taken: readonly Taken[] }) {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  if (taken.length === 0) return null
  const nameOf = (key: string) => {
    const field = form.fields.find((each) => each.key === key)
    return field === undefined ? key : localize(field.label, locale)
  }
  return (
    <Alert
      type="error"
      showIcon
      role="status"
      title={text('taken')}
      description={taken.map(({ fields, record }) => (
        <div key={fields.join(' ')}>
          {fields.map(nameOf).join(' + ')}
          {record !== null && (
            <>
              {': '}
              <Link to={workspacePath(app, `/f/${form.key}/${record.id}`)} target="_blank">
                {record.title}
              </Link>
            </>
          )}
        </div>
      ))}
      style={{ marginBottom: 16 }}
    />
  )
}
