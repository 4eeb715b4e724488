import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { onWorkspaceEvent } from './workspace-events.ts'
import type { liveRecords, ToldRecords } from './live-records.ts'

/** Changes of others appear in the lists and on the record that are open. */
export function useLiveRecords(workspace: string): void {
  const queries = useQueryClient()
  useEffect(() => {
    // What does the work comes with the first change.
    let live: Promise<ReturnType<typeof liveRecords>> | undefined
    const start = async () => {
      const module = await import('./live-records.ts')
      return module.liveRecords(queries, workspace)
    }
    const hear = async (told: ToldRecords) => (await (live ??= start())).hear(told)
    const missSome = async () => (await (live ??= start())).missSome()
    const wake = () => void live?.then((one) => one.wake())
    const stop = onWorkspaceEvent(
      workspace,
      'records',
      ({ data }) => void hear(JSON.parse(data) as ToldRecords),
    )
    const stopAgain = onWorkspaceEvent(workspace, 'again', () => void missSome())
    document.addEventListener('visibilitychange', wake)
    return () => {
      stop()
      stopAgain()
      document.removeEventListener('visibilitychange', wake)
      void live?.then((one) => one.stop())
    }
  }, [workspace, queries])
}
