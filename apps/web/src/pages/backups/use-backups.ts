import { useQuery, useQueryClient } from '@tanstack/react-query'
import { client } from '../../queries/client.ts'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'

const whileMadeMs = 1000
const usualMs = 60_000

/** How the backups stand, and how to begin one. */
export function useBackups() {
  const app = useWorkspace()
  const queries = useQueryClient()
  const call = useCall()
  const params = { workspace: app.workspace.key }
  const queryKey = ['backups', params.workspace]
  const known = useQuery({
    queryKey,
    queryFn: () => client.call('getBackups', { params }),
    enabled: app.may.admin,
    refetchInterval: ({ state }) => (state.data?.underWay == null ? usualMs : whileMadeMs),
  })
  const begin = async () => {
    const begun = await call.run(() => client.call('startBackup', { params }))
    if (begun !== undefined) queries.setQueryData(queryKey, begun)
  }
  return { known, call, begin }
}
