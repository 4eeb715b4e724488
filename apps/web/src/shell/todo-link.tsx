import { CheckSquareOutlined } from '@ant-design/icons'
import { Badge, Button } from 'antd'
import { useNavigate } from 'react-router'
import { useText } from '../texts/use-text.ts'
import { useWorkspace, workspacePath } from './workspace-context.ts'

export function TodoLink() {
  const app = useWorkspace()
  const text = useText()
  const navigate = useNavigate()
  const name = app.openTasks > 0 ? `${text('todo')} (${app.openTasks})` : text('todo')
  return (
    <Badge count={app.openTasks} size="small" offset={[-4, 4]}>
      <Button
        type="text"
        icon={<CheckSquareOutlined />}
        aria-label={name}
        onClick={() => void navigate(workspacePath(app, '/todo'))}
      />
    </Badge>
  )
}
