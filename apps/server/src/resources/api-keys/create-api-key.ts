import type { ApiKey, BodyOf, Routes } from '@pipewright/contract'
import { insertApiKey } from '@pipewright/db'
import { newApiKey } from '../../auth/api-key.ts'
import { isNetwork } from '../../auth/allowed-networks.ts'
import { hashToken } from '../../auth/session-token.ts'
import { refuse, type FieldRefusal } from '../../problems/refusal.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'

type Entries = BodyOf<Routes['createApiKey']>

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/

function expiryProblem(expiresAt: string | null, now: string): FieldRefusal | undefined {
  if (expiresAt === null) return undefined
  const at = instant.test(expiresAt) ? Date.parse(expiresAt) : Number.NaN
  if (Number.isNaN(at)) return { pointer: '/expiresAt', code: 'bad-instant' }
  return at <= Date.parse(now) ? { pointer: '/expiresAt', code: 'in-the-past' } : undefined
}

/** What is wrong with a key to be made; nobody gives it a role that he could not use himself. */
function problemsOf({ app, actor, rights, now }: MemberScene, entries: Entries): FieldRefusal[] {
  const own = rights.admin ? app.definition.roles.map(({ key }) => key) : actor.roles
  const usable = new Set(own)
  const roles = entries.roles.flatMap((role, index): FieldRefusal[] =>
    usable.has(role) ? [] : [{ pointer: `/roles/${index}`, code: 'not-an-option' }],
  )
  const networks = (entries.networks ?? []).flatMap((text, index): FieldRefusal[] =>
    isNetwork(text) ? [] : [{ pointer: `/networks/${index}`, code: 'bad-network' }],
  )
  const name: FieldRefusal[] = entries.name.trim() === '' ? [{ pointer: '/name', code: 'required' }] : []
  const expiry = expiryProblem(entries.expiresAt ?? null, now)
  return [...name, ...roles, ...networks, ...(expiry === undefined ? [] : [expiry])]
}

/** Makes a key; its secret is answered this once and kept only as a hash. */
export async function createApiKey(
  { database, random }: Services,
  scene: MemberScene,
  entries: Entries,
): Promise<{ key: ApiKey; secret: string }> {
  const errors = problemsOf(scene, entries)
  if (errors.length > 0) refuse('invalid', { errors })
  const { secret, prefix } = newApiKey(random)
  const { expiresAt = null } = entries
  const key = {
    id: scene.newId(),
    name: entries.name.normalize('NFC').trim(),
    prefix,
    roles: [...new Set(entries.roles)],
    networks: [...(entries.networks ?? [])],
    createdBy: scene.actor.memberId,
    createdAt: scene.now,
    expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(),
  }
  await insertApiKey(database, scene.workspace, { ...key, secretHash: hashToken(secret) })
  return { key: { ...key, lastUsedAt: null }, secret }
}
