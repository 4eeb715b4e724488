import type { Problem } from './problems/problem.ts'
import { callTable } from './call-table.ts'
import type { AnswerOf, BodyOf, ParamsOf, QueryOf, Route } from './route.ts'
import type { RouteName, Routes } from './routes/index.ts'

/** The part of `fetch` that the client uses; handed in, so that it runs in browser, server and tests alike. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchAnswer>
export interface FetchInit {
  method: string
  headers: Record<string, string>
  body?: string | object
  credentials?: 'same-origin'
  keepalive?: boolean
}
export interface FetchAnswer {
  readonly status: number
  readonly ok: boolean
  json(): Promise<unknown>
}

/** A call that the server answered with a problem. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.title)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

export interface ClientOptions {
  readonly fetch: Fetch
  /** For example "" in the browser, "http://127.0.0.1:3000" in tests. */
  readonly base: string
  /** Token of the session, read at each call. */
  readonly csrf: () => string | null
  readonly locale: () => 'en' | 'zh'
  /** Further headers, for example the cookie in tests. */
  readonly headers?: () => Record<string, string>
}

export interface CallInput<R> {
  params?: ParamsOf<R>
  query?: QueryOf<R>
  body?: BodyOf<R>
  /** A FormData for multipart routes. */
  form?: object
  idempotencyKey?: string
  /** Goes out also when the page that makes it is being closed. */
  keepalive?: boolean
  /** What this call is part of and is undone with: a UUIDv7, and how it was made. */
  changeSet?: { readonly id: string; readonly way?: string }
}

export interface Client {
  /** Answers the body, or throws ProblemError; a lost connection throws what `fetch` throws. */
  call<N extends RouteName>(name: N, input?: CallInput<Routes[N]>): Promise<AnswerOf<Routes[N]>>
}

/** The address of a route with its parameters filled in. */
export function routeUrl(
  definition: Pick<Route, 'path'>,
  params: Record<string, string> = {},
  query: Record<string, unknown> = {},
): string {
  const path = definition.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined)
  const search = pairs.map(
    ([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`,
  )
  return search.length === 0 ? path : `${path}?${search.join('&')}`
}

export function createClient(options: ClientOptions): Client {
  return {
    async call(name, input = {}) {
      const definition = callTable[name]
      const headers: Record<string, string> = {
        accept: 'application/json',
        'accept-language': options.locale(),
        ...options.headers?.(),
      }
      const token = options.csrf()
      if (definition.method !== 'GET' && token !== null) headers['x-csrf-token'] = token
      if (input.idempotencyKey !== undefined) headers['idempotency-key'] = input.idempotencyKey
      const { changeSet } = input
      if (changeSet !== undefined)
        headers['x-change-set'] = [changeSet.id, changeSet.way].filter(Boolean).join(' ')
      const init: FetchInit = { method: definition.method, headers, credentials: 'same-origin' }
      if (input.keepalive === true) init.keepalive = true
      if (input.form !== undefined) init.body = input.form
      else if (definition.hasBody) {
        headers['content-type'] = 'application/json'
        init.body = JSON.stringify(input.body ?? {})
      }
      const url = routeUrl(
        definition,
        input.params as Record<string, string>,
        input.query as Record<string, unknown>,
      )
      const answer = await options.fetch(options.base + url, init)
      if (!answer.ok) throw new ProblemError((await answer.json()) as Problem)
      return (answer.status === 204 ? undefined : await answer.json()) as never
    },
  }
}
