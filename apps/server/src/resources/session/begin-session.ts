import type { Session } from '@pipewright/contract'
import type { FastifyReply } from 'fastify'
import { placeOf } from '../../auth/session-place.ts'
import type { SignedIn } from '../../auth/signed-in.ts'
import type { Services } from '../../services.ts'
import { sessionAnswer } from './session-answer.ts'

export interface Beginning {
  readonly account: string
  /** The session the browser had before; it ends, so that an id known to somebody else is worth nothing (AN-03). */
  readonly previous: SignedIn | null
  readonly reply: FastifyReply
  /** When the password was given, unless that was just now. */
  readonly provenAt?: string
}

/** Begins a session of its own for a person who has just shown who she is. */
export async function beginSession(
  services: Services,
  { account, previous, reply, provenAt }: Beginning,
): Promise<Session> {
  const { database, sessions, cookie } = services
  if (previous !== null) await sessions.end(previous)
  const place = placeOf(reply.request)
  const token = await sessions.begin(database, { account, place, provenAt })
  cookie.write(reply, token)
  return sessionAnswer(services, await sessions.find(token, place))
}
