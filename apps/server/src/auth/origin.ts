import type { IncomingHttpHeaders } from 'node:http'

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host
  } catch {
    return undefined
  }
}

/**
 * Does the request come from a page of ours? Asked of everything that may change something (AN-09). With no origin
 * configured, ours is the host that was called; a request that names neither origin nor site is nobody's page.
 */
export function isOurOrigin(headers: IncomingHttpHeaders, origins: readonly string[]): boolean {
  const { origin, host } = headers
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  if (origin === undefined) return site === 'same-origin'
  return origins.length > 0 ? origins.includes(origin) : hostOf(origin) === host
}
