import { Alert } from 'antd'
import { useEffect } from 'react'
import { client } from '../queries/client.ts'
import { useConnection } from '../queries/connection.ts'
import { useText } from '../texts/use-text.ts'

const asked = 3000

/** Says that the server cannot be reached, keeps asking for it, and says when it is there again. */
export function ConnectionBanner() {
  const text = useText()
  const connection = useConnection()
  useEffect(() => {
    if (connection !== 'lost') return undefined
    const timer = setInterval(() => {
      // Success and failure both end in the client, which tells the banner.
      client.call('getSession').catch(() => undefined)
    }, asked)
    return () => clearInterval(timer)
  }, [connection])
  return (
    <div role="status">
      {connection !== 'there' && (
        <Alert
          banner
          showIcon
          type={connection === 'lost' ? 'warning' : 'success'}
          title={text(connection === 'lost' ? 'offline' : 'connectionBack')}
        />
      )}
    </div>
  )
}
