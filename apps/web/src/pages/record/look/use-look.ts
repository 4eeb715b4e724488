import type { Look, RecordAnswer } from '@pipewright/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSay } from '@pipewright/ui'
import { useEffect, useRef } from 'react'
import { client } from '../../../queries/client.ts'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'

const unseenKey = (workspace: string, form: string) => ['unseen', workspace, form] as const

/** Records of a form that the member follows and others changed since he looked. */
export function useUnseen(form: string): ReadonlySet<string> {
  const workspace = useWorkspace().workspace.key
  const unseen = useQuery({
    // Below the records of the form: what makes lists ask anew makes this ask anew.
    queryKey: ['records', workspace, form, ...unseenKey(workspace, form)],
    queryFn: async () => (await client.call('listUnseen', { params: { workspace, form } })).ids,
    select: toSet,
  })
  return unseen.data ?? none
}

const none: ReadonlySet<string> = new Set()
const toSet = (ids: readonly string[]): ReadonlySet<string> => new Set(ids)

/** What others changed since the member last looked; what changes while he looks on, he sees. */
export function useLook(form: string, record: RecordAnswer) {
  const workspace = useWorkspace().workspace.key
  const queries = useQueryClient()
  const text = useText()
  const { message } = useSay()
  const params = { workspace, form, id: record.id }
  const key = ['look', workspace, form, record.id]
  const look = useQuery({
    queryKey: key,
    queryFn: () => client.call('lookAtRecord', { params }),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    refetchOnReconnect: false,
  })
  const seen = useRef(record.version)
  useEffect(() => {
    if (seen.current === record.version) return
    seen.current = record.version
    // A note only: without it the bar shows these changes once more.
    client
      .call('lookAtRecord', { params: { workspace, form, id: record.id } })
      .then(() =>
        queries.invalidateQueries({ queryKey: ['records', workspace, form, ...unseenKey(workspace, form)] }),
      )
      .catch(() => undefined)
  }, [workspace, form, record.id, record.version, queries])
  const follow = async (follows: boolean) => {
    const before = queries.getQueryData<Look>(key)
    const put = (now: boolean) =>
      queries.setQueryData<Look>(key, (known) => known && { ...known, follows: now })
    put(follows)
    try {
      await client.call('followRecord', { params, body: { follows } })
      message.success(text(follows ? 'followOn' : 'followOff'))
    } catch {
      put(before?.follows ?? false)
      message.error(text('offline'))
    }
  }
  return { look: look.data, follow }
}

export type Looking = ReturnType<typeof useLook>
