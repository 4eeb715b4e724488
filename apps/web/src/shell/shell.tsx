import { useNarrow } from '@pipewright/ui'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { useText } from '../texts/use-text.ts'
import { AccountMenu } from './account-menu.tsx'
import { Bell } from './bell.tsx'
import { CommandPalette } from './command-palette.tsx'
import { ConnectionBanner } from './connection-banner.tsx'
import { MenuDrawer } from './menu-drawer.tsx'
import { Navigation } from './navigation.tsx'
import { ActionBarContext } from './page-actions.tsx'
import { QuickCreateMenu } from './quick-create-menu.tsx'
import { TodoLink } from './todo-link.tsx'
import { WorkspaceSwitch } from './workspace-switch.tsx'
import './shell.css'

const AppLife = lazy(async () => ({ default: (await import('../offline/app-life.tsx')).AppLife }))

function Bars() {
  return (
    <>
      <ConnectionBanner />
      <Suspense fallback={null}>
        <AppLife />
      </Suspense>
    </>
  )
}

function SkipLink() {
  const text = useText()
  return (
    <a className="shell-skip" href="#content">
      {text('takeOver')}
    </a>
  )
}

/** Navigation at the left, search, quick create and account on top, the page in the middle. */
function WideShell({ children }: { children: ReactNode }) {
  const text = useText()
  return (
    <div className="shell">
      <SkipLink />
      <aside className="shell-side" aria-label={text('workspace')}>
        <WorkspaceSwitch />
        <Navigation />
      </aside>
      <div className="shell-main">
        <header className="shell-top">
          <CommandPalette />
          <div className="shell-actions">
            <QuickCreateMenu />
            <TodoLink />
            <Bell />
            <AccountMenu />
          </div>
        </header>
        <Bars />
        <main id="content" className="shell-content" tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  )
}

/** How high the bars of a phone stand, for what is said above them. */
function tellHeight(bars: HTMLElement | null): (() => void) | undefined {
  if (bars === null) return undefined
  const observer = new ResizeObserver(() =>
    document.body.style.setProperty('--pw-bars', `${bars.offsetHeight}px`),
  )
  observer.observe(bars)
  return () => observer.disconnect()
}

/** The page, its main actions below it, and at the lower edge everything else, within reach of a thumb. */
function PhoneShell({ children }: { children: ReactNode }) {
  const text = useText()
  const [bar, setBar] = useState<HTMLElement | null>(null)
  return (
    <div className="shell shell-phone">
      <SkipLink />
      <Bars />
      <ActionBarContext value={bar}>
        <main id="content" className="shell-content" tabIndex={-1}>
          {children}
        </main>
      </ActionBarContext>
      <div ref={tellHeight} className="shell-bars">
        <div ref={setBar} className="shell-bar" role="toolbar" aria-label={text('action')} />
        <header className="shell-bottom">
          <MenuDrawer />
          <CommandPalette />
          <QuickCreateMenu />
          <TodoLink />
          <Bell />
          <AccountMenu />
        </header>
      </div>
    </div>
  )
}

export function Shell({ children }: { children: ReactNode }) {
  return useNarrow() ? <PhoneShell>{children}</PhoneShell> : <WideShell>{children}</WideShell>
}
