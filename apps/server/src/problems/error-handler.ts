import type { Locale } from '@pipewright/contract'
import { DatabaseError } from '@pipewright/db'
import type { ErrorObject } from 'ajv'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { problemBody } from './problem-body.ts'
import { readerLocale } from './reader-locale.ts'
import { Refusal } from './refusal.ts'
import { schemaProblems } from './schema-problems.ts'

const localeOf = (request: FastifyRequest): Locale =>
  readerLocale(request.headers['accept-language'], request.session?.locale)

/** A path that cannot name anything is answered like one that names nothing. */
function fromValidation(errors: readonly ErrorObject[], context: string | undefined, body: unknown): Refusal {
  if (context === 'params') return new Refusal('not-found')
  if (context === 'body' && (body === undefined || body === null)) return new Refusal('bad-request')
  return new Refusal('invalid', { errors: schemaProblems(errors) })
}

const kilobytes = (bytes: number) =>
  bytes >= 1024 * 1024 ? `${Math.floor(bytes / 1024 / 1024)} MB` : `${Math.floor(bytes / 1024)} kB`

function fromFastify(error: FastifyError, request: FastifyRequest): Refusal | undefined {
  if (error.validation !== undefined)
    return fromValidation(error.validation as unknown as ErrorObject[], error.validationContext, request.body)
  switch (error.statusCode) {
    case 404:
      return new Refusal('not-found')
    case 413:
      return new Refusal('too-large', { params: { limit: kilobytes(request.routeOptions.bodyLimit ?? 0) } })
    case 415:
      return new Refusal('unsupported-type')
    default:
      return error.statusCode !== undefined && error.statusCode < 500 ? new Refusal('bad-request') : undefined
  }
}

function fromDatabase(error: DatabaseError): Refusal | undefined {
  if (error.kind === 'gone') return new Refusal('database-gone', { retryAfter: 2 })
  const busy = error.kind === 'lockTimeout' || error.kind === 'timeout' || error.kind === 'diskFull'
  return busy || error.kind === 'deadlock' || error.kind === 'serialization'
    ? new Refusal('busy', { retryAfter: 2 })
    : undefined
}

function refusalOf(error: unknown, request: FastifyRequest): Refusal | undefined {
  if (error instanceof Refusal) return error
  if (error instanceof DatabaseError) return fromDatabase(error)
  return error instanceof Error && 'code' in error ? fromFastify(error as FastifyError, request) : undefined
}

function send(refusal: Refusal, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const body = problemBody(refusal, localeOf(request), request.id)
  if (refusal.extras.retryAfter !== undefined)
    void reply.header('retry-after', String(refusal.extras.retryAfter))
  return reply.code(body.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(body))
}

/** The one place where anything that went wrong becomes an answer; what is not foreseen is our bug and says nothing. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(error, request)
    if (refusal === undefined || refusal.problem === 'database-gone' || refusal.problem === 'busy')
      request.log.error({ err: error }, 'failed')
    return send(refusal ?? new Refusal('internal'), request, reply)
  })
}

/** The same answer for everything that is not there. */
export const answerNotFound = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  send(new Refusal('not-found'), request, reply)
