import { useEffect } from 'react'
import { useWorkspace } from '../shell/workspace-context.ts'
import { keepApp } from './app-version.ts'
import { useInstalledApp } from './installed-app.ts'
import { useSendWhenBack } from './use-waiting.ts'
import { VersionBar } from './version-bar.tsx'
import { WaitingBar } from './waiting-bar.tsx'

/** What goes on around every page and is no part of the first one. */
export function AppLife() {
  useInstalledApp(useWorkspace().workspace.key)
  useEffect(keepApp, [])
  useSendWhenBack()
  return (
    <>
      <WaitingBar />
      <VersionBar />
    </>
  )
}
