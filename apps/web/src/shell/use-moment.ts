import { formatDateTime } from '@pipewright/renderer'
import { useUiLocale } from '@pipewright/ui'
import { useWorkspace } from './workspace-context.ts'

/** Says when something is, by the clock of the member. */
export function useMoment(): (at: string) => string {
  const locale = useUiLocale()
  const { zone } = useWorkspace().member
  return (at) => formatDateTime(at, locale, zone)
}
