import {
  withIdempotency,
  writeTransaction,
  type Connection,
  type Outcome,
  type RecordProblem,
} from '@pipewright/db'
import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { refuse } from '../../problems/refusal.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import { orRefuse } from './refuse-record.ts'

const shape = /^[\x21-\x7e]{1,200}$/

/** The request's Idempotency-Key: made by the client once per opened form, so that repeats are known. */
function keyOf({ headers }: FastifyRequest): string | undefined {
  const key = headers['idempotency-key']
  if (key === undefined) return undefined
  return typeof key === 'string' && shape.test(key) ? key : refuse('bad-request')
}

const hashOf = ({ method, url, body }: FastifyRequest) =>
  createHash('sha256')
    .update(JSON.stringify([method, url, body]))
    .digest('base64url')

interface Asked {
  readonly scene: MemberScene
  readonly request: FastifyRequest
}

/** Runs a write all or nothing, and under the key of the request only once: a repeat gets the first answer again. */
export function onceByKey<T extends { readonly ok: boolean }>(
  { database }: Services,
  { scene, request }: Asked,
  work: (tx: Connection) => Promise<T>,
): Promise<T | { readonly ok: false; readonly problem: RecordProblem }> {
  const key = keyOf(request)
  const { workspace, actor, cause, now } = scene
  // A key may see less than its maker, so neither gets answers that were made for the other.
  const member = cause.type === 'api' && cause.id !== undefined ? cause.id : actor.memberId
  return writeTransaction<T | { readonly ok: false; readonly problem: RecordProblem }>(database, (tx) => {
    if (key === undefined) return work(tx)
    return withIdempotency<T>(tx, workspace, { member, key, requestHash: hashOf(request), now }, () =>
      work(tx),
    )
  })
}

/** The same for writes of records, which answers what was written or refuses. */
export async function writeOnce<T extends object>(
  services: Services,
  {
    tell,
    ...asked
  }: Asked & {
    /** Says more of a refusal, once nothing is being written any more. */
    readonly tell?: (outcome: Outcome<T>) => Promise<Outcome<T>>
  },
  work: (tx: Connection) => Promise<Outcome<T>>,
): Promise<{ readonly ok: true } & T> {
  const outcome = await onceByKey<Outcome<T>>(services, asked, work)
  return orRefuse(tell === undefined ? outcome : await tell(outcome))
}
