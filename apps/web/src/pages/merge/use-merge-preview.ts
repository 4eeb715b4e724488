import type { MergePreview } from '@pipewright/contract'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { client } from '../../queries/client.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'

/** What merging into this record would do; nothing is asked before it is known which one stays. */
export function useMergePreview(
  form: string,
  survivor: string,
  others: readonly string[],
): UseQueryResult<MergePreview> {
  const { workspace } = useWorkspace()
  return useQuery({
    queryKey: ['records', form, 'merge-preview', survivor, others],
    queryFn: () =>
      client.call('previewMerge', {
        params: { workspace: workspace.key, form, id: survivor },
        body: { others: [...others] },
      }),
    enabled: survivor !== '' && others.length > 0,
    gcTime: 0,
  })
}
