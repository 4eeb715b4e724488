import { useOfflineText } from './use-offline-text.ts'
import type { Waiting } from './waiting.ts'

/** Why something is not sent; null where it only waits for the server. */
export function useWhy({ trouble }: Waiting, isBehind = false): string | null {
  const text = useOfflineText()
  if (trouble?.kind === 'refused')
    return trouble.problem.errors?.map(({ message }) => message).join(' ') || trouble.problem.title
  if (trouble !== null) return text(trouble.kind)
  return isBehind ? text('behind') : null
}
