import autocannon from 'autocannon'
import type { Request } from './workloads/workload.ts'

export interface Measured {
  /** Answers per second, of those that succeeded. */
  readonly perSecond: number
  readonly answers: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
}

export interface LoadOptions {
  readonly url: string
  readonly headers: Record<string, string>
  readonly seconds: number
  readonly connections: number
  next(): Request
}

/** Loads a server for some seconds; an answer that is no success makes the figure worthless and is an error. */
export async function load({ url, headers, seconds, connections, next }: LoadOptions): Promise<Measured> {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: [
      {
        setupRequest: (request) => {
          const { method, path, body } = next()
          const { 'content-type': type, ...plain } = headers
          const sent = body === undefined ? plain : { ...plain, 'content-type': type ?? 'application/json' }
          return { ...request, method, path, headers: sent, ...(body === undefined ? {} : { body }) }
        },
      },
    ],
  })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} answers were no success, ${result.errors} failed: ${url}${next().path}`)
  return {
    perSecond: result.requests.average,
    answers: result.requests.total,
    p50: result.latency.p50,
    p99: result.latency.p99,
  }
}
