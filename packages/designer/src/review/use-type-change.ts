import type { RunningTypeChange } from '@pipewright/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSay } from '@pipewright/ui'
import { useEffect, useRef, useState } from 'react'
import { useApi } from '../environment/api-context.ts'
import { useDesign } from '../environment/design-context.ts'
import { useTexts } from '../texts/use-texts.ts'

export const typeChangeKey = (workspace: string) => ['designer', workspace, 'typeChange']

const everyMs = 1000

export interface TypeChangeView {
  readonly is: RunningTypeChange | null
  readonly cancelling: boolean
  readonly cancel: () => Promise<void>
}

/** The change of type that goes on in the background, looked at while the review is open. `onTurn`: it ended, or waits. */
export function useTypeChange(open: boolean, onTurn: () => void): TypeChangeView {
  const t = useTexts()
  const api = useApi()
  const queries = useQueryClient()
  const { message } = useSay()
  const { app } = useDesign()
  const [cancelling, setCancelling] = useState(false)
  const queryKey = typeChangeKey(app.workspace.key)
  const query = useQuery({
    queryKey,
    enabled: open,
    queryFn: () => api.typeChange(),
    refetchInterval: ({ state }) => ((state.data?.running ?? null) === null ? false : everyMs),
  })
  const is = query.data?.running ?? null
  const state = is?.state ?? 'none'
  const was = useRef(state)
  useEffect(() => {
    const turned = was.current !== state && (state === 'none' || state === 'waiting')
    was.current = state
    if (turned) onTurn()
  }, [state, onTurn])
  return {
    is,
    cancelling,
    async cancel() {
      setCancelling(true)
      await api
        .cancelTypeChange()
        .then(() => message.success(t('review.cancelled')))
        .catch(() => undefined)
      await queries.invalidateQueries({ queryKey })
      setCancelling(false)
    },
  }
}
