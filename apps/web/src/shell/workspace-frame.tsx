import { ProblemError } from '@pipewright/contract'
import { ErrorNotice, PageSkeleton } from '@pipewright/ui'
import { lazy, Suspense, useEffect } from 'react'
import { Navigate, Outlet, useLocation, useParams } from 'react-router'
import { useAppQuery, useWorkspaceEvents } from '../queries/app.ts'
import { useLiveRecords } from '../queries/use-live-records.ts'
import { useProofAsked } from '../queries/proof.ts'
import { useEnded } from '../queries/re-entry.ts'
import { useSession } from '../queries/session.ts'
import { NotFoundPage } from '../pages/not-found-page.tsx'
import { Shell } from './shell.tsx'
import { WorkspaceContext } from './workspace-context.ts'
import { UndoKeys } from '../undo/undo-keys.tsx'
import { browserStorage } from '../places/browser-storage.ts'

/** Everything under /w/:workspace: loads the app once, follows its changes, draws the shell around the page. */
export function WorkspaceFrame() {
  const { workspace = '' } = useParams()
  const app = useAppQuery(workspace)
  useWorkspaceEvents(workspace)
  useLiveRecords(workspace)
  useEffect(() => {
    browserStorage.setItem('pipewright.workspace', workspace)
  }, [workspace])
  if (app.isPending) return <PageSkeleton />
  if (app.data === undefined) {
    const problem = app.error instanceof ProblemError ? app.error.problem : null
    if (problem?.status === 404) return <NotFoundPage />
    return <ErrorNotice problem={problem} onRetry={() => void app.refetch()} />
  }
  return (
    <WorkspaceContext value={app.data}>
      <UndoKeys />
      <Shell>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </Shell>
    </WorkspaceContext>
  )
}

const SignInAgain = lazy(async () => ({
  default: (await import('../session/again/sign-in-again.tsx')).SignInAgain,
}))

const ConfirmPassword = lazy(async () => ({
  default: (await import('../session/proof/confirm-password.tsx')).ConfirmPassword,
}))

/** Lets only signed-in people through; the others come back here after sign-in. Whose session ends on a page signs in over it. */
export function SignedIn() {
  const session = useSession()
  const ended = useEnded()
  const proofAsked = useProofAsked()
  const { pathname, search } = useLocation()
  if (session.isPending) return <PageSkeleton />
  if (session.isError) return <ErrorNotice problem={null} onRetry={() => void session.refetch()} />
  if (session.data.account === null)
    return <Navigate to={`/sign-in?next=${encodeURIComponent(pathname + search)}`} replace />
  return (
    <>
      <Outlet />
      {proofAsked && (
        <Suspense fallback={null}>
          <ConfirmPassword email={session.data.account.email} />
        </Suspense>
      )}
      {ended && (
        <Suspense fallback={null}>
          <SignInAgain account={session.data.account} />
        </Suspense>
      )}
    </>
  )
}
