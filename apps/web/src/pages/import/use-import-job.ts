import type { Import } from '@pipewright/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { client } from '../../queries/client.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'

const stepOf: Readonly<Record<Import['state'], number>> = {
  uploaded: 1,
  checking: 2,
  checked: 2,
  importing: 3,
  done: 3,
  failed: 3,
  cancelled: 0,
}
const polled = 500

/** The import whose id stands in the address, followed while the server works on it, and the step it is at. */
export function useImportJob() {
  const workspace = useWorkspace().workspace.key
  const queries = useQueryClient()
  const [search, setSearch] = useSearchParams()
  const id = search.get('import')
  const query = useQuery({
    queryKey: ['import', workspace, id],
    queryFn: () => client.call('getImport', { params: { workspace, id: id ?? '' } }),
    enabled: id !== null,
    refetchInterval: ({ state }) =>
      state.data?.state === 'checking' || state.data?.state === 'importing' ? polled : false,
  })
  const job = id === null ? undefined : query.data
  const mapping = search.get('step') === 'map' && job?.state === 'checked'
  const stopped = job?.state === 'cancelled' && job.change !== null
  const step = job === undefined ? 0 : mapping ? 1 : stopped ? 3 : stepOf[job.state]
  const put = async (answer: Import) => {
    const queryKey = ['import', workspace, answer.id]
    // What was asked before and answers later would put the page back to where the import was then.
    await queries.cancelQueries({ queryKey })
    queries.setQueryData(queryKey, answer)
    setSearch({ import: answer.id })
  }
  return {
    job,
    step,
    query,
    loading: id !== null && query.isPending,
    take: (answer: Import) => void put(answer),
    backToMapping: (of: Import) => setSearch({ import: of.id, step: 'map' }),
    startAgain: () => setSearch({}),
  }
}
