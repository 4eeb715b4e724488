import { createClient, type Client } from '@pipewright/contract'
import type { BrowserContextOptions } from '@playwright/test'

type StorageState = Exclude<BrowserContextOptions['storageState'], string | undefined>

/** Somebody who talks to the server without a browser, with the same cookie, token and origin as one. */
export interface ApiClient extends Client {
  /** Any request, for example with a body that the typed client would not send. */
  send(path: string, init?: { method?: string; body?: unknown }): Promise<Response>
  /** To open a browser that is signed in as this person. */
  storageState(): StorageState
}

/** The API of a server. Cookies and the token of the session are kept between calls. */
export function createApiClient(url: string, locale: 'en' | 'zh'): ApiClient {
  let cookie: { readonly name: string; readonly value: string } | null = null
  let csrf: string | null = null

  function keep(answer: Response): void {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(answer.headers.getSetCookie()[0] ?? '') ?? []
    if (name !== undefined) cookie = { name, value: value ?? '' }
  }
  const headers = () => ({
    origin: url,
    ...(cookie === null ? {} : { cookie: `${cookie.name}=${cookie.value}` }),
  })

  const client = createClient({
    base: url,
    csrf: () => csrf,
    locale: () => locale,
    headers,
    async fetch(address, { method, headers, body }) {
      const answer = await fetch(address, {
        method,
        headers,
        ...(body === undefined ? {} : { body: body as string | FormData }),
      })
      keep(answer)
      const text = await answer.text()
      if (text.startsWith('{"account"')) csrf = (JSON.parse(text) as { csrf: string | null }).csrf
      return { status: answer.status, ok: answer.ok, json: async () => JSON.parse(text) as unknown }
    },
  })

  return {
    ...client,
    send: (path, { method = 'GET', body } = {}) =>
      fetch(url + path, {
        method,
        headers: {
          ...headers(),
          'accept-language': locale,
          ...(csrf === null ? {} : { 'x-csrf-token': csrf }),
          ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
      }),
    storageState: () => ({
      cookies:
        cookie === null
          ? []
          : [
              {
                ...cookie,
                domain: new URL(url).hostname,
                path: '/',
                expires: -1,
                httpOnly: true,
                secure: false,
                sameSite: 'Lax',
              },
            ],
      origins: [{ origin: url, localStorage: [{ name: 'pipewright.language', value: locale }] }],
    }),
  }
}
