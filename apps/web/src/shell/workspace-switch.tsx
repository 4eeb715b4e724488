import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useNavigate } from 'react-router'
import { useSession } from '../queries/session.ts'
import { useText } from '../texts/use-text.ts'
import { useWorkspace } from './workspace-context.ts'

export function WorkspaceSwitch() {
  const app = useWorkspace()
  const text = useText()
  const navigate = useNavigate()
  const workspaces = useSession().data?.workspaces ?? []
  const items = [
    ...workspaces.map(({ key, name }) => ({ key: `/w/${key}`, label: name })),
    { type: 'divider' as const },
    { key: '/start', label: text('newWorkspace') },
  ]
  return (
    <Dropdown
      autoFocus
      trigger={['click']}
      menu={{ items, selectedKeys: [`/w/${app.workspace.key}`], onClick: ({ key }) => void navigate(key) }}
    >
      <Button type="text" className="shell-workspace" icon={<DownOutlined />} iconPlacement="end">
        {app.workspace.name}
      </Button>
    </Dropdown>
  )
}
