import { EmptyState } from '@pipewright/ui'
import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { useWorkspace, workspacePath } from '../shell/workspace-context.ts'
import { useText } from '../texts/use-text.ts'

export function EmptyAppPage() {
  const text = useText()
  const app = useWorkspace()
  const navigate = useNavigate()
  const action = (
    <Button type="primary" onClick={() => void navigate(workspacePath(app, '/design'))}>
      {text('openDesigner')}
    </Button>
  )
  return (
    <EmptyState title={text('noForms')} text={text('noFormsHint')} {...(app.may.build ? { action } : {})} />
  )
}
