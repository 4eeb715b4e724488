import { createClient, type Client, type Fetch, type Session } from '@pipewright/contract'
import { narrowWidth } from '@pipewright/ui'
import i18next from 'i18next'
import { callOrKept } from './call-or-kept.ts'
import { sayLost, sayThere } from './connection.ts'
import { askProof } from './proof.ts'
import { sayEnded, untilBack } from './re-entry.ts'

let account: string | null = null
let csrf: string | null = null
let onSignedOut = (): void => undefined
let isLeaving = false

/** Whose session this page goes by, with the token of its changes; null after signing out. */
export function rememberSession(session: Pick<Session, 'account' | 'csrf'> | null): void {
  account = session?.account?.id ?? null
  csrf = session?.csrf ?? null
}

/** What else to do when the server says that nobody is signed in any more. */
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
const forbidden = 403
const gatewayErrors: readonly number[] = [502, 503, 504]

async function reached(url: string, init: RequestInit): Promise<Response> {
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
  return answer
}

/** The code of an answer that lets nobody in as he is. */
async function refusalOf(answer: Response): Promise<string | undefined> {
  if (answer.status !== unauthorized && answer.status !== forbidden) return undefined
  const { code } = (await answer
    .clone()
    .json()
    .catch(() => ({}))) as { readonly code?: string }
  return code
}

/** Whether an answer is about the session that asked, rather than about what was asked. */
async function isOfSession(answer: Response): Promise<boolean> {
  if (isLeaving || account === null) return false
  const code = await refusalOf(answer)
  return code === 'not-signed-in' || code === 'csrf-refused'
}

let asking: Promise<boolean> | null = null

async function askWhoIsHere(): Promise<boolean> {
  const answer = await reached('/api/session', { credentials: 'same-origin' })
  // A server in trouble says nothing about who is signed in.
  if (!answer.ok) throw new TypeError(`Who is signed in is not known (${answer.status}).`)
  const session = (await answer.json()) as Session
  // Nothing of one person is sent in the name of another one who signed in meanwhile in another tab.
  const isSame = session.account !== null && session.account.id === account
  if (isSame) rememberSession(session)
  else if (account !== null) {
    onSignedOut()
    sayEnded()
  }
  return isSame
}

/**
 * Whether the person of this page is still signed in, perhaps by another session: a password that is changed in another
 * tab gives this browser a new one.
 */
export function isStillHere(): Promise<boolean> {
  asking ??= askWhoIsHere().finally(() => {
    asking = null
  })
  return asking
}

function withToken(init: RequestInit): RequestInit {
  const headers = new Headers(init.headers)
  if (headers.has('x-csrf-token') && csrf !== null) headers.set('x-csrf-token', csrf)
  return { ...init, headers }
}

/** Once more by the session there is now; without one it is said, and asked by nobody. */
async function renewed(url: string, init: RequestInit): Promise<Response> {
  const answer = await reached(url, init)
  if (!(await isOfSession(answer)) || !(await isStillHere())) return answer
  return reached(url, withToken(init))
}

/** As a person asks: what a session that ended stands in the way of waits until she has signed in again. */
async function resumed(url: string, init: RequestInit): Promise<Response> {
  const answer = await renewed(url, init)
  if (init.keepalive === true) return answer
  if ((await refusalOf(answer)) === 'confirm-password')
    return (await askProof()) ? renewed(url, withToken(init)) : answer
  if (!(await isOfSession(answer))) return answer
  await untilBack()
  return renewed(url, withToken(init))
}

const options = {
  base: '',
  csrf: () => csrf,
  locale: () => (i18next.language === 'zh' ? ('zh' as const) : ('en' as const)),
  // Rules may ask for it; the form asks by the same width.
  headers: () => ({ 'x-device': window.matchMedia(narrowWidth).matches ? 'phone' : 'desktop' }),
}

/** Asks the server and nobody else, and waits for nobody. */
export const network = createClient({
  ...options,
  fetch: ((url, init) => renewed(url, init as RequestInit)) satisfies Fetch,
})

const page = createClient({
  ...options,
  fetch: ((url, init) => resumed(url, init as RequestInit)) satisfies Fetch,
})

/** The only door of the browser to the server; without one, what was last seen here answers, and what is written waits. */
export const client: Client = { call: (name, input) => callOrKept(page, name, input) }

/** For answers that are files: the same headers, the raw response. */
export async function fetchFile(url: string, body: unknown): Promise<Blob> {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    // Headings and options are written in the language of the page.
    'accept-language': i18next.language,
  }
  if (csrf !== null) headers['x-csrf-token'] = csrf
  const answer = await resumed(url, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.blob()
}
