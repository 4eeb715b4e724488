import { lazy, Suspense } from 'react'
import { useWaitingHere } from '../../offline/own-waiting.ts'
import { toldOf, waitingOf } from '../../offline/waiting-tasks.ts'

const WaitingMark = lazy(async () => ({
  default: (await import('../../offline/waiting-mark.tsx')).WaitingMark,
}))

/** Says of something that is to be done what of it was done here and is not at the server yet. */
export function TodoMark({ id }: { readonly id: string }) {
  const entry = toldOf(waitingOf(useWaitingHere(), id))
  if (entry === undefined) return null
  return (
    <Suspense fallback={null}>
      <WaitingMark entry={entry} />
    </Suspense>
  )
}
