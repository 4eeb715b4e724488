import { request as requestPlain } from 'node:http'
import { request } from 'node:https'
import { isIP } from 'node:net'
import { checkedAddress, HostRefused, type Outgoing } from './outgoing.ts'

const httpsPorts = [443, 8443]
const waitMs = 10_000
const longestWaitSeconds = 86_400

export interface Answered {
  readonly status: number
  /** Seconds after which to ask again, where the answer says so; a day at most. */
  readonly retryAfter: number | null
}

/** Sends bytes to an address of the internet over HTTPS, or to one of an allowed network; no redirect is followed. */
export async function postOut(
  outgoing: Outgoing,
  to: string,
  { headers, body }: { readonly headers: Readonly<Record<string, string>>; readonly body: Uint8Array },
): Promise<Answered> {
  const url = new URL(to)
  const isPlain = url.protocol === 'http:'
  if (!isPlain && url.protocol !== 'https:') throw new HostRefused(url.host)
  const host = url.hostname.replaceAll(/^\[|\]$/g, '')
  const port = Number(url.port || (isPlain ? 80 : 443))
  // What is not encrypted stays in networks that are allowed.
  const address = await checkedAddress(outgoing, host, port, isPlain ? [] : httpsPorts)
  return new Promise((resolve, reject) => {
    const ask = (isPlain ? requestPlain : request)({
      host: address,
      port,
      path: `${url.pathname}${url.search}`,
      method: 'POST',
      headers: { ...headers, host: url.host, 'content-length': body.length },
      ...(isIP(host) === 0 ? { servername: host } : {}),
      agent: false,
      timeout: waitMs,
      signal: AbortSignal.timeout(2 * waitMs),
    })
    ask.on('timeout', () => ask.destroy(new Error('no answer')))
    ask.on('error', reject)
    ask.on('response', (answer) => {
      const after = Number(answer.headers['retry-after'])
      // Nothing of what it says is read.
      answer.destroy()
      resolve({
        status: answer.statusCode ?? 0,
        retryAfter: after > 0 ? Math.min(after, longestWaitSeconds) : null,
      })
    })
    ask.end(body)
  })
}
