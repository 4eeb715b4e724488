import { routes, type AnswerOf, type Route, type RouteName, type Routes } from '@pipewright/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readerLocale } from '../problems/reader-locale.ts'
import { callOf, type Call } from './call.ts'
import { validatorOf } from './validator.ts'

/** What a route answers; routes that send a file or a stream answer by `reply` themselves. */
export type Answer<N extends RouteName> =
  | AnswerOf<Routes[N]>
  | FastifyReply
  | (unknown extends AnswerOf<Routes[N]> ? void : never)
export type Handler<N extends RouteName> = (call: Call<N>) => Promise<Answer<N>> | Answer<N>

/** Largest JSON body of a route that does not say otherwise. */
const jsonLimit = 1024 * 1024

const schemaOf = ({ params, query, body }: Route) => ({
  ...(params === undefined ? {} : { params }),
  ...(query === undefined ? {} : { querystring: query }),
  ...(body === undefined ? {} : { body }),
})

const bodyKindOf = (definition: Route) =>
  definition.bodyKind ?? (definition.body === undefined ? undefined : 'json')

function checkAnswer(name: RouteName, definition: Route, answer: unknown): void {
  if (definition.answer === undefined) return
  const validate = validatorOf(definition.answer)
  if (!validate(answer))
    throw new Error(`${name} answers against its contract: ${JSON.stringify(validate.errors?.[0])}`)
}

export interface RegisterOptions {
  readonly bodyLimit?: number
}

/** Puts a route of the contract into the app: its path, auth and checks come from there, and nothing else can be put in. */
export function register<N extends RouteName>(
  app: FastifyInstance,
  name: N,
  handler: Handler<N>,
  options: RegisterOptions = {},
): void {
  const definition: Route = routes[name] as unknown as Route
  const bodyKind = bodyKindOf(definition)
  app.route({
    method: definition.method,
    url: definition.path,
    bodyLimit: options.bodyLimit ?? jsonLimit,
    schema: schemaOf(definition),
    config: { auth: definition.auth, name, ...(bodyKind === undefined ? {} : { bodyKind }) },
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const locale = readerLocale(request.headers['accept-language'], request.session?.locale)
      const act = async () => handler(callOf<N>(request, reply, locale))
      const answer = await act().catch(async (error: unknown) => {
        if (reply.sent || !(await app.takesUp(request, error))) throw error
        return act()
      })
      if (reply.sent || answer === reply) return reply
      if (app.checksAnswers) checkAnswer(name, definition, answer)
      return reply.code(definition.status ?? 200).send(answer)
    },
  })
  app.registeredRoutes.add(name)
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether a request that failed is to be done once more, because another revision came into force meanwhile. */
    takesUp(request: FastifyRequest, error: unknown): Promise<boolean>
    /** Every contract route that has its handler. */
    registeredRoutes: Set<RouteName>
    /** Tests hold every answer to its contract as well. */
    checksAnswers: boolean
  }
}

/** Fails while a route of the contract has no handler (AN-11). */
export function refuseMissingRoutes(app: FastifyInstance): void {
  const missing = (Object.keys(routes) as RouteName[]).filter((name) => !app.registeredRoutes.has(name))
  if (missing.length > 0) throw new Error(`Routes of the contract without a handler: ${missing.join(', ')}`)
}

/** Every route says who may call it, or the server does not start (AN-11). */
export function refuseUndeclaredAuth(app: FastifyInstance): void {
  app.addHook('onRoute', ({ config, method, url }) => {
    if (config?.auth === undefined)
      throw new Error(`Route ${String(method)} ${url} does not declare its auth`)
  })
}
