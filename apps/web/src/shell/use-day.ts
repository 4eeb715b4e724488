import { useUiLocale } from '@pipewright/ui'
import { useWorkspace } from './workspace-context.ts'

/** Writes the day of an instant, by the calendar of the member. */
export function useDay(): (instant: string) => string {
  const { zone } = useWorkspace().member
  const locale = useUiLocale() === 'zh' ? 'zh-CN' : 'en-US'
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: zone })
  return (instant) => format.format(new Date(instant))
}
