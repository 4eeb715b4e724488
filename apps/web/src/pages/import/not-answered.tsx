import { ProblemError } from '@pipewright/contract'
import { ErrorNotice } from '@pipewright/ui'

interface Asked {
  readonly isError: boolean
  readonly error: Error | null
  readonly refetch: () => Promise<unknown>
}

/** Says why something is not shown, and asks for it again: nothing that was refused may look as if there were none of it. */
export function NotAnswered({
  asked,
  again = asked.refetch,
}: {
  readonly asked: Asked
  readonly again?: () => Promise<unknown>
}) {
  if (!asked.isError) return null
  const problem = asked.error instanceof ProblemError ? asked.error.problem : null
  return <ErrorNotice problem={problem} onRetry={() => void again()} />
}
