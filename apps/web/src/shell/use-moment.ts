import { useUiLocale } from '@pipewright/ui'
import { useWorkspace } from './workspace-context.ts'

/** Says when something is, by the clock of the member. */
export function useMoment(): (at: string) => string {
  const locale = useUiLocale()
  const { zone } = useWorkspace().member
  const format = new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: zone,
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  })
  return (at) => format.format(Date.parse(at))
}
