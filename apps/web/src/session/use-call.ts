import { ProblemError, type Problem } from '@pipewright/contract'
import { useState } from 'react'

/** Runs a call once at a time and keeps the problem it answered with; a lost connection counts as one too. */
export function useCall(): {
  busy: boolean
  problem: Problem | null
  lost: boolean
  run: <T>(call: () => Promise<T>) => Promise<T | undefined>
} {
  const [state, setState] = useState<{ busy: boolean; problem: Problem | null; lost: boolean }>({
    busy: false,
    problem: null,
    lost: false,
  })
  return {
    ...state,
    run: async (call) => {
      setState({ busy: true, problem: null, lost: false })
      try {
        const answer = await call()
        setState({ busy: false, problem: null, lost: false })
        return answer
      } catch (error) {
        const problem = error instanceof ProblemError ? error.problem : null
        setState({ busy: false, problem, lost: problem === null })
        return undefined
      }
    },
  }
}
