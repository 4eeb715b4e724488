import { createClient, type Fetch } from '@pipewright/contract'
import i18next from 'i18next'

let csrf: string | null = null

/** The session query hands every new token over. */
export function rememberCsrf(token: string | null): void {
  csrf = token
}

/** The only door of the browser to the server. */
export const client = createClient({
  fetch: ((url, init) => fetch(url, init as RequestInit)) satisfies Fetch,
  base: '',
  csrf: () => csrf,
  locale: () => (i18next.language === 'zh' ? 'zh' : 'en'),
})

/** For answers that are files: the same headers, the raw response. */
export async function fetchFile(url: string, body: unknown): Promise<Blob> {
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  if (csrf !== null) headers['x-csrf-token'] = csrf
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.blob()
}
