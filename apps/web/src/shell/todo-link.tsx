import { CheckSquareOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { useText } from '../texts/use-text.ts'
import { useWorkspace, workspacePath } from './workspace-context.ts'

export function TodoLink() {
  const app = useWorkspace()
  const text = useText()
  const navigate = useNavigate()
  const name = app.openTasks > 0 ? `${text('todo')} (${app.openTasks})` : text('todo')
  return (
    <span className="shell-todo">
      <Button
        type="text"
        icon={<CheckSquareOutlined />}
        aria-label={name}
        onClick={() => void navigate(workspacePath(app, '/todo'))}
      />
      {app.openTasks > 0 && (
        <span className="shell-count" aria-hidden>
          {app.openTasks}
        </span>
      )}
    </span>
  )
}
