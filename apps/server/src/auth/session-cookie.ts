import type { CookieSerializeOptions } from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** The session cookie: scripts cannot read it, other sites' requests do not carry it, and on HTTPS no subdomain sets it. */
export interface SessionCookie {
  read(request: FastifyRequest): string | undefined
  write(reply: FastifyReply, token: string): void
  clear(reply: FastifyReply): void
}

/** Longer than any session lives without use; the server decides when it ends. */
const maxAge = 30 * 24 * 3600
const shape = /^[\w-]{43}$/

export function sessionCookie(secure: boolean): SessionCookie {
  const name = secure ? '__Host-pipewright' : 'pipewright'
  const options: CookieSerializeOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure }
  return {
    read(request) {
      const token = request.cookies[name]
      return token !== undefined && shape.test(token) ? token : undefined
    },
    write: (reply, token) => void reply.setCookie(name, token, { ...options, maxAge }),
    clear: (reply) => void reply.clearCookie(name, options),
  }
}
