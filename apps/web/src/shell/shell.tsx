import { useNarrow } from '@pipewright/ui'
import { Button, Drawer } from 'antd'
import { MenuOutlined } from '@ant-design/icons'
import { useEffect, useState, type ReactNode } from 'react'
import { useLocation } from 'react-router'
import { useText } from '../texts/use-text.ts'
import { AccountMenu } from './account-menu.tsx'
import { CommandPalette } from './command-palette.tsx'
import { Navigation } from './navigation.tsx'
import { QuickCreateMenu } from './quick-create-menu.tsx'
import { TodoLink } from './todo-link.tsx'
import { WorkspaceSwitch } from './workspace-switch.tsx'
import './shell.css'

/** Navigation at the left (a drawer on a phone), search, quick create and account on top, the page in the middle. */
export function Shell(props: { children: ReactNode }) {
  const text = useText()
  const narrow = useNarrow()
  const [open, setOpen] = useState(false)
  const { pathname } = useLocation()
  useEffect(() => setOpen(false), [pathname])
  const side = (
    <>
      <WorkspaceSwitch />
      <Navigation />
    </>
  )
  return (
    <div className="shell">
      <a className="shell-skip" href="#content">
        {text('takeOver')}
      </a>
      {narrow ? (
        <Drawer
          open={open}
          onClose={() => setOpen(false)}
          placement="left"
          size={280}
          title={text('menu')}
          styles={{ body: { padding: 8 } }}
        >
          {side}
        </Drawer>
      ) : (
        <aside className="shell-side">{side}</aside>
      )}
      <div className="shell-main">
        <header className="shell-top">
          {narrow && (
            <Button
              type="text"
              icon={<MenuOutlined />}
              aria-label={text('menu')}
              onClick={() => setOpen(true)}
            />
          )}
          <CommandPalette />
          <div className="shell-actions">
            <QuickCreateMenu />
            <TodoLink />
            <AccountMenu />
          </div>
        </header>
        <main id="content" className="shell-content" tabIndex={-1}>
          {props.children}
        </main>
      </div>
    </div>
  )
}
