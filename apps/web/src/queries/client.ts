import { createClient, type Client, type Fetch } from '@pipewright/contract'
import { narrowWidth } from '@pipewright/ui'
import i18next from 'i18next'
import { callOrKept } from './call-or-kept.ts'
import { sayLost, sayThere } from './connection.ts'

let csrf: string | null = null
let onSignedOut = (): void => undefined
let isLeaving = false

/** The session query hands every new token over. */
export function rememberCsrf(token: string | null): void {
  csrf = token
}

/** What to do when the server says that nobody is signed in any more. */
export function whenSignedOut(act: () => void): void {
  onSignedOut = act
}

/**
 * While somebody signs out or changes the password, answers of what was still asked lead nowhere: signing out opens its
 * own page at its end, a new password gives a new session.
 */
export function leaving(is: boolean): void {
  isLeaving = is
}

const unauthorized = 401
const gatewayErrors: readonly number[] = [502, 503, 504]

async function watched(url: string, init: RequestInit): Promise<Response> {
  let answer: Response
  try {
    answer = await fetch(url, init)
  } catch (error) {
    sayLost()
    throw error
  }
  // A proxy in front of a server that is away answers in its own words, which are no problem document.
  if (gatewayErrors.includes(answer.status) && !answer.headers.get('content-type')?.includes('json')) {
    sayLost()
    throw new TypeError(`The server is away (${answer.status}).`)
  }
  sayThere()
  if (answer.status === unauthorized && !isLeaving) onSignedOut()
  return answer
}

/** Asks the server and nobody else. */
export const network = createClient({
  fetch: ((url, init) => watched(url, init as RequestInit)) satisfies Fetch,
  base: '',
  csrf: () => csrf,
  locale: () => (i18next.language === 'zh' ? 'zh' : 'en'),
  // Rules may ask for it; the form asks by the same width.
  headers: () => ({ 'x-device': window.matchMedia(narrowWidth).matches ? 'phone' : 'desktop' }),
})

/** The only door of the browser to the server; without one, what was last seen here answers, and what is written waits. */
export const client: Client = { call: (name, input) => callOrKept(network, name, input) }

/** For answers that are files: the same headers, the raw response. */
export async function fetchFile(url: string, body: unknown): Promise<Blob> {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    // Headings and options are written in the language of the page.
    'accept-language': i18next.language,
  }
  if (csrf !== null) headers['x-csrf-token'] = csrf
  const answer = await watched(url, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.blob()
}
