import type { Problem } from '@pipewright/contract'
import { useOfflineText, type OfflineKey } from './use-offline-text.ts'
import type { Waiting } from './waiting.ts'

/** Why a decision does not count: nothing is decided by sending it again. */
const decisions: Readonly<Partial<Record<Problem['code'], OfflineKey>>> = {
  'already-decided': 'decisionGone',
  'not-found': 'decisionNotYours',
  'not-allowed': 'decisionNotYours',
  'stale-version': 'decisionStale',
}

const refusalOf = ({ trouble }: Waiting): Problem | undefined =>
  trouble?.kind === 'refused' ? trouble.problem : undefined

/** What is refused however often it is sent: it was overtaken by what others did. */
export function overtakenBy(entry: Waiting): OfflineKey | undefined {
  const problem = refusalOf(entry)
  return entry.route === 'decideTask' && problem !== undefined ? decisions[problem.code] : undefined
}

/** Why something is not sent; null where it only waits for the server. */
export function useWhy(entry: Waiting, isBehind = false): string | null {
  const text = useOfflineText()
  const { trouble, route } = entry
  const overtaken = overtakenBy(entry)
  if (overtaken !== undefined) return text(overtaken)
  if (trouble?.kind === 'refused')
    return trouble.problem.errors?.map(({ message }) => message).join(' ') || trouble.problem.title
  if (trouble?.kind === 'conflict' && route === 'deleteTask') return text('conflictRemoval')
  if (trouble !== null) return text(trouble.kind)
  return isBehind ? text('behind') : null
}
