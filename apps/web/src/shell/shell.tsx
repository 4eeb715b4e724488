import { MenuOutlined } from '@ant-design/icons'
import { useNarrow } from '@pipewright/ui'
import { Button, Drawer } from 'antd'
import { useState, type ReactNode } from 'react'
import { useLocation } from 'react-router'
import { useText } from '../texts/use-text.ts'
import { AccountMenu } from './account-menu.tsx'
import { CommandPalette } from './command-palette.tsx'
import { ConnectionBanner } from './connection-banner.tsx'
import { Navigation } from './navigation.tsx'
import { QuickCreateMenu } from './quick-create-menu.tsx'
import { TodoLink } from './todo-link.tsx'
import { WorkspaceSwitch } from './workspace-switch.tsx'
import './shell.css'

/** The navigation of a phone: a drawer that closes by itself when a page is gone to. */
function MenuDrawer() {
  const text = useText()
  const { key } = useLocation()
  const [openAt, openOn] = useState<string | null>(null)
  return (
    <>
      <Button type="text" icon={<MenuOutlined />} aria-label={text('menu')} onClick={() => openOn(key)} />
      <Drawer
        open={openAt === key}
        onClose={() => openOn(null)}
        placement="left"
        size={288}
        title={text('menu')}
        styles={{ body: { padding: 8 } }}
      >
        <WorkspaceSwitch />
        <Navigation />
      </Drawer>
    </>
  )
}

/** Navigation at the left (a drawer on a phone), search, quick create and account on top, the page in the middle. */
export function Shell(props: { children: ReactNode }) {
  const text = useText()
  const narrow = useNarrow()
  return (
    <div className="shell">
      <a className="shell-skip" href="#content">
        {text('takeOver')}
      </a>
      {!narrow && (
        <aside className="shell-side" aria-label={text('workspace')}>
          <WorkspaceSwitch />
          <Navigation />
        </aside>
      )}
      <div className="shell-main">
        <header className="shell-top">
          {narrow && <MenuDrawer />}
          <CommandPalette />
          <div className="shell-actions">
            <QuickCreateMenu />
            <TodoLink />
            <AccountMenu />
          </div>
        </header>
        <ConnectionBanner />
        <main id="content" className="shell-content" tabIndex={-1}>
          {props.children}
        </main>
      </div>
    </div>
  )
}
