import { lazy, Suspense, useEffect } from 'react'
import { useWorkspace } from '../shell/workspace-context.ts'
import { keepApp } from './app-version.ts'
import { useInstalledApp } from './installed-app.ts'
import { useSendWhenBack } from './use-waiting.ts'
import { VersionBar } from './version-bar.tsx'
import { WaitingBar } from './waiting-bar.tsx'

const HoldBanner = lazy(async () => ({ default: (await import('../shell/hold/hold-banner.tsx')).HoldBanner }))

/** What goes on around every page and is no part of the first one. */
export function AppLife() {
  const app = useWorkspace()
  useInstalledApp(app.workspace.key)
  useEffect(keepApp, [])
  useSendWhenBack()
  return (
    <>
      {app.held === true && (
        <Suspense fallback={null}>
          <HoldBanner />
        </Suspense>
      )}
      <WaitingBar />
      <VersionBar />
    </>
  )
}
