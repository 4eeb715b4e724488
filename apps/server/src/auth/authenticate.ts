import { DatabaseError } from '@pipewright/db'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { refuse } from '../problems/refusal.ts'
import { changeSetIn } from '../scene/change-set-in.ts'
import { deviceIn } from '../scene/device-in.ts'
import type { Scenes } from '../scene/scenes.ts'
import { apiKeyIn } from './api-key.ts'
import { authenticateKey } from './authenticate-key.ts'
import { isOurOrigin } from './origin.ts'
import type { SessionCookie } from './session-cookie.ts'
import { sameText } from './session-token.ts'
import { placeOf } from './session-place.ts'
import type { Sessions } from './sessions.ts'
import type { SignInDelay } from './sign-in-delay.ts'
import { workedLately } from './worked-lately.ts'

export interface AuthenticateNeeds {
  readonly sessions: Sessions
  readonly scenes: Scenes
  readonly cookie: SessionCookie
  readonly delay: SignInDelay
  readonly clock: () => number
  readonly origins: readonly string[]
}

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

function refuseForeign(request: FastifyRequest, origins: readonly string[]): void {
  if (!isOurOrigin(request.headers, origins)) refuse('csrf-refused')
}

function refuseWithoutToken({ headers, session }: FastifyRequest): void {
  const token = headers['x-csrf-token']
  if (session === null || typeof token !== 'string' || !sameText(token, session.csrf)) refuse('csrf-refused')
}

const jsonType = /^application\/json(\s*;\s*charset=utf-8)?\s*$/i
const multipartType = /^multipart\/form-data\s*;/i

/** A body of another type than the route takes is refused before anybody reads it (IN-14). */
function refuseOtherType({ headers, routeOptions }: FastifyRequest): void {
  const isEmpty = headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0
  const { bodyKind } = routeOptions.config
  if (isEmpty && headers['content-type'] === undefined) return
  const wanted = bodyKind === 'multipart' ? multipartType : jsonType
  if (!wanted.test(headers['content-type'] ?? '')) refuse('unsupported-type')
}

/** What a statement meets that was made for a table before it was altered: a value, column or function that does not fit. */
const isOfAltered = (error: unknown): boolean =>
  error instanceof DatabaseError && /^(22|42)/.test(error.code ?? '')

const workedBy = ({ member, stranger }: FastifyRequest): FastifyRequest['stranger'] =>
  member === null ? stranger : { workspace: member.workspace, revision: member.app.revision }

/**
 * SC-07: a request that was under way by one revision while another one came into force is done once more, by that one: what it
 * had begun was undone with the statement that failed.
 */
function takesUp(
  app: FastifyInstance,
  scenes: Scenes,
  open: (request: FastifyRequest) => Promise<void>,
): void {
  app.decorate('takesUp', async (request: FastifyRequest, error: unknown) => {
    const known = workedBy(request)
    const isOnce = request.routeOptions.config.bodyKind === 'multipart'
    if (known === null || isOnce || !isOfAltered(error)) return false
    if (!(await scenes.hasMovedOn(known.workspace, known.revision))) return false
    request.isRedone = true
    if (request.member !== null) await open(request)
    return true
  })
}

/**
 * Decides for the route that was matched, by what it declares, whether the caller may come in (AN-09, AN-11). What the
 * caller may then see and do is decided behind it.
 */
export function authenticate(
  app: FastifyInstance,
  { sessions, scenes, cookie, delay, clock, origins }: AuthenticateNeeds,
): void {
  app.decorateRequest('session', null)
  app.decorateRequest('member', null)
  app.decorateRequest('stranger', null)
  app.decorateRequest('isRedone', false)
  const lately = workedLately(clock)
  const byKey = (request: FastifyRequest, key: string) =>
    authenticateKey({ keyScenes: scenes.keys, delay, lately }, request, key)
  const bySession = async (request: FastifyRequest): Promise<void> => {
    if (request.session === null) return
    const { workspace } = request.params as { readonly workspace: string }
    const scene = (await scenes.open(workspace, request.session)) ?? refuse('not-found')
    request.member = { ...scene, ...deviceIn(request), ...changeSetIn(request, scene) }
  }
  takesUp(app, scenes, (request) => {
    const key = apiKeyIn(request)
    return key === undefined ? bySession(request) : byKey(request, key)
  })
  app.addHook('onRequest', async (request) => {
    const { auth } = request.routeOptions.config
    if (auth === undefined || auth === 'signature') return
    const isUnsafe = !safe.has(request.method)
    const key = auth === 'public' ? undefined : apiKeyIn(request)
    if (key !== undefined) {
      await byKey(request, key)
      if (isUnsafe) refuseOtherType(request)
      return
    }
    if (isUnsafe) refuseForeign(request, origins)
    const token = cookie.read(request)
    request.session = token === undefined ? null : await sessions.find(token, placeOf(request))
    if (auth !== 'public' && request.session === null) refuse('not-signed-in')
    if (auth !== 'public' && isUnsafe) refuseWithoutToken(request)
    if (isUnsafe) refuseOtherType(request)
    if (auth === 'member') await bySession(request)
  })
}
