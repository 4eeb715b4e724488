import type { EvaluationContext } from '@pipewright/logic'
import { useReaderContext } from '@pipewright/renderer'
import { useMemo } from 'react'

/** Now and here, for the person who designs. */
export function useContextNow(): EvaluationContext {
  const context = useReaderContext()
  return useMemo(() => context(), [context])
}
