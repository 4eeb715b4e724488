import type { Recalculation } from '@pipewright/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { client } from './client.ts'
import { refreshRecords } from './records.ts'

const whileOpen = 3000

/**
 * What of a form still follows a change that very many records follow. It is asked for again whenever records are; once
 * all have followed, so are the records.
 */
export function useRecalculation(workspace: string, form: string): Recalculation | undefined {
  const queries = useQueryClient()
  const { data } = useQuery({
    queryKey: ['records', workspace, '*recalculations'],
    queryFn: () => client.call('listRecalculations', { params: { workspace } }),
    refetchInterval: ({ state }) =>
      state.data?.forms.some(({ left }) => left > 0) === true ? whileOpen : false,
  })
  const found = data?.forms.find((one) => one.form === form)
  const left = found?.left ?? 0
  const before = useRef(0)
  useEffect(() => {
    if (before.current > 0 && left === 0) void refreshRecords(queries)
    before.current = left
  }, [left, queries])
  return found
}
