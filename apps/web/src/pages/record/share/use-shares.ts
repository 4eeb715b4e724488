import { ProblemError, type RecordAnswer } from '@pipewright/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSay } from '@pipewright/ui'
import { client } from '../../../queries/client.ts'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'

export interface ShareTerms {
  readonly member: string | null
  readonly department: string | null
  readonly edit: boolean
  readonly until: string | null
}

/** With whom a record is shared, and sharing it; a refusal is said and answers false. */
export function useShares(form: string, { id }: RecordAnswer) {
  const workspace = useWorkspace().workspace.key
  const text = useText()
  const queries = useQueryClient()
  const { message } = useSay()
  const params = { workspace, form, id }
  const listed = useQuery({
    queryKey: ['records', workspace, form, 'shares', id],
    queryFn: () => client.call('listShares', { params }),
  })
  const attempt = async (act: () => Promise<unknown>): Promise<boolean> => {
    try {
      await act()
      return true
    } catch (error) {
      const problem = error instanceof ProblemError ? error.problem : undefined
      message.error(problem?.errors?.[0]?.message ?? problem?.title ?? text('offline'))
      return false
    } finally {
      void queries.invalidateQueries({ queryKey: ['records', workspace, form, 'shares', id] })
      void queries.invalidateQueries({ queryKey: ['records', workspace, form, 'timeline', id] })
    }
  }
  return {
    shares: listed.data?.shares ?? [],
    mayShare: listed.data?.mayShare === true,
    share: (terms: ShareTerms) => attempt(() => client.call('shareRecord', { params, body: terms })),
    end: (share: string) => attempt(() => client.call('endShare', { params: { ...params, share } })),
  }
}

export type Shares = ReturnType<typeof useShares>
