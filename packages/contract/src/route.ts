import type { Static, TSchema } from 'typebox'

/** Who may call a route at all; what the caller may then see or do is decided behind it. */
export type RouteAuth = 'public' | 'account' | 'member'

/** One HTTP route: the server registers it, the client calls it, OpenAPI lists it. Paths hold `:name` parameters. */
export interface Route<
  Params extends TSchema = TSchema,
  Query extends TSchema = TSchema,
  Body extends TSchema = TSchema,
  Answer extends TSchema = TSchema,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly auth: RouteAuth
  readonly summary: string
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  /** `multipart` bodies carry one file; `file` and `stream` answers are not JSON. */
  readonly bodyKind?: 'json' | 'multipart'
  readonly answerKind?: 'json' | 'file' | 'stream'
  readonly status?: 200 | 201 | 202 | 204
  readonly answer?: Answer
}

/** Keeps the literal types of a route. */
export function route<
  const Params extends TSchema,
  const Query extends TSchema,
  const Body extends TSchema,
  const Answer extends TSchema,
>(definition: Route<Params, Query, Body, Answer>): Route<Params, Query, Body, Answer> {
  return definition
}

export type ParamsOf<R> = R extends Route<infer P, TSchema, TSchema, TSchema> ? Static<P> : never
export type QueryOf<R> = R extends Route<TSchema, infer Q, TSchema, TSchema> ? Static<Q> : never
export type BodyOf<R> = R extends Route<TSchema, TSchema, infer B, TSchema> ? Static<B> : never
export type AnswerOf<R> = R extends Route<TSchema, TSchema, TSchema, infer A> ? Static<A> : never
