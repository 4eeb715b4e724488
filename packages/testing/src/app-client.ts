import { createClient, ProblemError, type Client, type FetchAnswer, type Problem } from '@pipewright/contract'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'

/** A browser: keeps its cookies and the token of its session, and names its origin. */
export interface TestClient extends Client {
  /** Any request at all, with cookies, origin and token unless `headers` says otherwise (undefined leaves one out). */
  send(request: RawRequest): Promise<LightMyRequestResponse>
  /** The problem that a call is answered with; fails when there is none. */
  problem(call: Promise<unknown>): Promise<Problem>
  readonly cookies: Map<string, string>
  csrf(): string | null
}

export interface RawRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string | undefined>>
  readonly address?: string
}

const host = 'pipewright.test'

function keepCookies(cookies: Map<string, string>, { cookies: given }: LightMyRequestResponse): void {
  for (const { name, value } of given) {
    if (value === '') cookies.delete(name)
    else cookies.set(name, value)
  }
}

function csrfIn(body: string): string | null | undefined {
  if (!body.startsWith('{"account"')) return undefined
  return (JSON.parse(body) as { csrf?: string | null }).csrf
}

/** A browser on an app under test; nothing goes over the network. */
export function createTestClient(app: FastifyInstance, locale: 'en' | 'zh' = 'en'): TestClient {
  const cookies = new Map<string, string>()
  let csrf: string | null = null

  async function send({
    method,
    url,
    body,
    headers = {},
    address,
  }: RawRequest): Promise<LightMyRequestResponse> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const all = {
      host,
      origin: `http://${host}`,
      'accept-language': locale,
      ...(cookie === '' ? {} : { cookie }),
      ...(csrf === null || method === 'GET' ? {} : { 'x-csrf-token': csrf }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    }
    const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined)
    const request: InjectOptions = { method, url, headers: Object.fromEntries(given) }
    if (body !== undefined) request.payload = typeof body === 'string' ? body : (body as object)
    if (address !== undefined) request.remoteAddress = address
    const answer = await app.inject(request)
    keepCookies(cookies, answer)
    const token = csrfIn(answer.body)
    if (token !== undefined) csrf = token
    return answer
  }

  const client = createClient({
    base: '',
    csrf: () => csrf,
    locale: () => locale,
    async fetch(url, { method, headers, body }): Promise<FetchAnswer> {
      const answer = await send({ method: method as RawRequest['method'], url, body, headers })
      const ok = answer.statusCode < 400
      return { status: answer.statusCode, ok, json: async () => answer.json<unknown>() }
    },
  })

  return {
    ...client,
    send,
    cookies,
    csrf: () => csrf,
    async problem(call) {
      const outcome = await call.then(
        () => new Error('The call was not refused'),
        (error: unknown) => error,
      )
      if (outcome instanceof ProblemError) return outcome.problem
      throw outcome
    },
  }
}
