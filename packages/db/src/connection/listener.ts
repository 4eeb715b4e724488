import pg from 'pg'
import type { StopListening } from './connection.ts'
import { quoteIdent } from './quote-ident.ts'
import type { BackOff } from './retry.ts'

export interface ListenerOptions {
  readonly config: pg.ClientConfig
  readonly channel: string
  readonly handler: (payload: string) => void
  readonly onGap: () => void
  readonly backOff: BackOff
}

const longestWait = 7

/** Hears a channel until stopped; a lost connection is made again, however long that takes. */
export async function startListener({
  config,
  channel,
  handler,
  onGap,
  backOff,
}: ListenerOptions): Promise<StopListening> {
  let stopped = false
  let client: pg.Client | undefined

  async function open(): Promise<void> {
    const next = new pg.Client({ ...config, keepAlive: true })
    let lost = false
    const onLost = () => {
      if (lost) return
      lost = true
      void next.end().catch(() => undefined)
      if (client === next) void reopen()
    }
    next.on('error', onLost)
    next.on('end', onLost)
    next.on('notification', ({ payload }) => handler(payload ?? ''))
    await next.connect()
    await next.query(`listen ${quoteIdent(channel)}`)
    client = next
    // Lost between the answer and this line: nobody else would notice.
    if (lost) void reopen()
  }

  async function reopen(): Promise<void> {
    client = undefined
    for (let attempt = 2; !stopped; attempt = Math.min(attempt + 1, longestWait)) {
      await backOff(attempt)
      if (stopped) return
      try {
        await open()
        if (stopped) await stop()
        else onGap()
        return
      } catch {
        // Still away; `onGap` tells when it is back.
      }
    }
  }

  async function stop(): Promise<void> {
    stopped = true
    const current = client
    client = undefined
    await current?.end().catch(() => undefined)
  }

  await open()
  return stop
}
