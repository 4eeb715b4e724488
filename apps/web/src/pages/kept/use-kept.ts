import type { Draft } from '@pipewright/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { client } from '../../queries/client.ts'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import type { KeptSubject } from './kept-answer.ts'

/** What is kept of removed forms and fields, and how to bring it back or clear it. */
export function useKept() {
  const app = useWorkspace()
  const queries = useQueryClient()
  const call = useCall()
  const params = { workspace: app.workspace.key }
  const queryKey = ['kept', params.workspace]
  const known = useQuery({
    queryKey,
    queryFn: () => client.call('listKept', { params }),
    enabled: app.may.build,
  })
  return {
    known,
    call,
    /** Answers the draft that it is in now. */
    restore: ({ path, revision }: KeptSubject, rights: boolean): Promise<Draft | undefined> =>
      call.run(async () => {
        const { version } = await client.call('getDraft', { params })
        return client.call('restoreKept', { params, body: { path, revision, version, rights } })
      }),
    clear: async ({ path, revision }: KeptSubject, confirm: string): Promise<boolean> => {
      const body = { path, revision, confirm }
      const done = await call.run(() => client.call('clearKept', { params, body }))
      if (done !== undefined) queries.setQueryData(queryKey, done)
      return done !== undefined
    },
  }
}
