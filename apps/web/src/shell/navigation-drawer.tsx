import { Drawer } from 'antd'
import { useText } from '../texts/use-text.ts'
import { Navigation } from './navigation.tsx'
import { WorkspaceSwitch } from './workspace-switch.tsx'

export function NavigationDrawer(props: { open: boolean; onClose: () => void }) {
  const text = useText()
  return (
    <Drawer
      open={props.open}
      onClose={props.onClose}
      placement="left"
      size={288}
      title={text('menu')}
      styles={{ body: { padding: 8 } }}
    >
      <WorkspaceSwitch />
      <Navigation />
    </Drawer>
  )
}
