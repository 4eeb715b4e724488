import { openToKeys } from '@pipewright/contract'
import type { FastifyRequest } from 'fastify'
import { refuse } from '../problems/refusal.ts'
import { deviceIn } from '../scene/device-in.ts'
import type { KeyScenes } from '../scene/key-scenes.ts'
import { networkOf } from './network-of.ts'
import { hashToken } from './session-token.ts'
import type { SignInDelay } from './sign-in-delay.ts'
import type { WorkedLately } from './worked-lately.ts'

export interface AuthenticateKeyNeeds {
  readonly keyScenes: KeyScenes
  readonly delay: SignInDelay
  readonly lately: WorkedLately
}

/**
 * Lets a program in by its key, into the routes that are open to keys alone (AN-05). No browser sends a key by itself,
 * so neither origin nor token is asked. Failures hold up their network like failed sign-ins; a key that worked from a
 * network before is not held up by them.
 */
export async function authenticateKey(
  { keyScenes, delay, lately }: AuthenticateKeyNeeds,
  request: FastifyRequest,
  secret: string,
): Promise<void> {
  const { auth, name } = request.routeOptions.config
  if (auth !== 'member' || name === undefined || !openToKeys.has(name)) refuse('not-allowed')
  const { workspace } = request.params as { readonly workspace: string }
  const hash = hashToken(secret)
  const network = networkOf(request.ip)
  const pair = `${hash} ${network}`
  const isCalm = lately.has(pair)
  const wait = isCalm ? 0 : await delay.waiting(hash, network)
  if (wait > 0) refuse('too-many-attempts', { params: { seconds: wait }, retryAfter: wait })
  const scene = await keyScenes.open(workspace, hash, request.ip)
  if (scene === null) {
    lately.forget(pair)
    await delay.failed(hash, network)
    refuse('key-refused')
  }
  if (!isCalm) {
    await delay.succeeded(hash, network)
    lately.add(pair)
  }
  request.member = { ...scene, ...deviceIn(request) }
}
