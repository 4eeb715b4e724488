import type { BulkJob } from '@pipewright/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { client } from '../../queries/client.ts'
import { refreshRecords } from '../../queries/records.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'

const polled = 700

/** A change of many records, followed while it goes on; what shows records is asked again when it ends. */
export function useJob(id: string) {
  const workspace = useWorkspace().workspace.key
  const queries = useQueryClient()
  const key = ['bulk-job', workspace, id]
  const params = { workspace, id }
  const query = useQuery({
    queryKey: key,
    queryFn: () => client.call('getBulkJob', { params }),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? polled : false),
  })
  const state = query.data?.state
  useEffect(() => {
    if (state !== undefined && state !== 'running') void refreshRecords(queries)
  }, [state, queries])
  return { query, job: query.data, take: (job: BulkJob) => queries.setQueryData(key, job) }
}
