import { Alert } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { shownAnew, useShownFrom } from '../offline/shown-from.ts'
import { network } from '../queries/client.ts'
import { useConnection } from '../queries/connection.ts'
import { useText } from '../texts/use-text.ts'
import { useWorkspace } from './workspace-context.ts'

const asked = 3000

const day = 24 * 3600_000

/** The time of today, else the day too, by the clock of the member. */
function momentWords(at: number, language: string, timeZone: string): string {
  const style = Date.now() - at < day ? {} : ({ dateStyle: 'medium' } as const)
  return new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone, ...style }).format(at)
}

/** Says that the server cannot be reached, keeps asking for it, and says when it is there again. */
export function ConnectionBanner() {
  const text = useText()
  const connection = useConnection()
  const { language } = useTranslation().i18n
  const from = useShownFrom()
  const { zone } = useWorkspace().member
  useEffect(() => {
    if (connection !== 'lost') return shownAnew()
    const timer = setInterval(() => {
      // Success and failure both end in the client, which tells the banner.
      network.call('getSession').catch(() => undefined)
    }, asked)
    return () => clearInterval(timer)
  }, [connection])
  const words = () => {
    if (connection !== 'lost') return text('connectionBack')
    return from === null ? text('offline') : text('offlineFrom', { time: momentWords(from, language, zone) })
  }
  return (
    <div role="status">
      {connection !== 'there' && (
        <Alert banner showIcon type={connection === 'lost' ? 'warning' : 'success'} title={words()} />
      )}
    </div>
  )
}
