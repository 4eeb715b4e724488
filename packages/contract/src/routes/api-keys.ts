import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { Id, Instant, ItemParams, Key, WorkspaceParams, closed } from '../shapes.ts'

const Name = Type.String({ minLength: 1, maxLength: 100 })
const Networks = Type.Array(Type.String({ maxLength: 50 }), {
  maxItems: 50,
  description: 'Addresses or networks (CIDR) that the key may be used from; empty: from everywhere.',
})
const Expiry = Type.Union([Instant, Type.Null()])

/** A key for programs. What it may do: what its roles may, and never more than the member who made it may now. */
export const ApiKey = closed({
  id: Id,
  name: Name,
  prefix: Type.String({ description: 'The beginning of the key, to tell keys apart.' }),
  roles: Type.Array(Key),
  networks: Networks,
  createdBy: Id,
  createdAt: Instant,
  expiresAt: Expiry,
  lastUsedAt: Expiry,
})
export type ApiKey = Static<typeof ApiKey>

const base = '/api/w/:workspace/api-keys'

export const apiKeyRoutes = {
  listApiKeys: route({
    method: 'GET',
    path: base,
    auth: 'member',
    summary: 'API keys in use',
    params: WorkspaceParams,
    answer: closed({ keys: Type.Array(ApiKey) }),
  }),
  createApiKey: route({
    method: 'POST',
    path: base,
    auth: 'member',
    status: 201,
    summary: 'Make an API key; answers its secret, this once',
    params: WorkspaceParams,
    body: closed({
      name: Name,
      roles: Type.Array(Key, { minItems: 1, maxItems: 20 }),
      networks: Type.Optional(Networks),
      expiresAt: Type.Optional(Expiry),
    }),
    answer: closed({ key: ApiKey, secret: Type.String() }),
  }),
  revokeApiKey: route({
    method: 'DELETE',
    path: `${base}/:id`,
    auth: 'member',
    summary: 'End an API key at once',
    params: ItemParams,
    status: 204,
  }),
}
