import { localize } from '@pipewright/metadata'
import { Panel, useUiLocale } from '@pipewright/ui'
import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'

/** The roles; what each may do is part of the app and changed in the designer. */
export function RoleList() {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const navigate = useNavigate()
  return (
    <div className="run-list">
      {app.definition.roles.map((role) => (
        <Panel
          key={role.key}
          title={localize(role.label, locale)}
          extra={
            app.may.build && (
              <Button
                size="small"
                onClick={() => void navigate(workspacePath(app, `/design?role=${role.key}`))}
              >
                {text('edit')}
              </Button>
            )
          }
        >
          {role.forms.map((right) => {
            const form = app.definition.forms.find(({ key }) => key === right.form)
            return form === undefined ? null : (
              <span key={right.form} className="role-form">
                {localize(form.labelPlural, locale)}
              </span>
            )
          })}
        </Panel>
      ))}
    </div>
  )
}
