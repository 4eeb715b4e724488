import { useQuery, useQueryClient } from '@tanstack/react-query'
import { client } from '../../queries/client.ts'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import type { ChangeRates } from './rates-answer.ts'

const followMs = 2000

/** The rates of the workspace, looked at again while amounts still follow a change, and how to change them. */
export function useRates() {
  const app = useWorkspace()
  const queries = useQueryClient()
  const call = useCall()
  const params = { workspace: app.workspace.key }
  const queryKey = ['exchange-rates', params.workspace]
  const known = useQuery({
    queryKey,
    queryFn: () => client.call('listExchangeRates', { params }),
    enabled: app.may.manageMembers,
    refetchInterval: ({ state }) => ((state.data?.outdated ?? 0) > 0 ? followMs : false),
  })
  const change: ChangeRates = async (put, remove = []) => {
    const keys = remove.map(({ currency, home, from }) => ({ currency, home, from }))
    const body = { put: [...put], remove: keys }
    const done = await call.run(() => client.call('changeExchangeRates', { params, body }))
    if (done !== undefined) queries.setQueryData(queryKey, done)
    return done !== undefined
  }
  return { known, call, change }
}
