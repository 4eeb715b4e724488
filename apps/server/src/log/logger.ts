import { DatabaseError } from '@pipewright/db'
import type { FastifyRequest, FastifyServerOptions } from 'fastify'
import type { AppOptions } from '../app-options.ts'

interface Answered {
  readonly statusCode: number
}

/** The route that was matched and never the address itself, which may hold the secret of a link. */
const requestFields = (request: FastifyRequest) => ({
  id: request.id,
  method: request.method,
  route: request.routeOptions.url ?? null,
  account: request.session?.accountId ?? null,
})

/** Where an error came from; the message of a database error is left out as soon as it might quote a value. */
const errorFields = (error: Error) => ({
  name: error.name,
  message: error.message,
  stack: error.stack,
  ...(error instanceof DatabaseError ? { kind: error.kind, code: error.code } : {}),
})

/** One JSON line per event with the listed fields alone: no cookie, token, body or header can get into it (OP-11). */
export function loggerFor({
  log,
  logLevel = 'info',
}: Pick<AppOptions, 'log' | 'logLevel'>): Pick<FastifyServerOptions, 'logger'> {
  if (log === null) return { logger: false }
  return {
    logger: {
      level: logLevel,
      stream: { write: log },
      serializers: {
        req: requestFields as never,
        res: (({ statusCode }: Answered) => ({ statusCode })) as never,
        err: errorFields as never,
      },
    },
  }
}
