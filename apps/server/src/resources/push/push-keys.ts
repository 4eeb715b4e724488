import { keepPushKey, pushKey, type StoredPushKey } from '@pipewright/db'
import { seal, unseal } from '../../outgoing/sealed.ts'
import type { Services } from '../../services.ts'
import { newVapidKey, type VapidKey } from './vapid.ts'

const purpose = 'push'

type Needs = Pick<Services, 'database' | 'secret' | 'random'>

function opened({ secret }: Needs, stored: StoredPushKey | undefined): VapidKey | undefined {
  const privateKey = stored && unseal(secret, purpose, stored.sealed)
  return stored && privateKey !== undefined ? { publicKey: stored.publicKey, privateKey } : undefined
}

/**
 * The key of this installation, made when it is first asked for. One that the secret of the server does not open any more
 * is replaced: devices that know the old one have to be switched on again.
 */
export async function installationKey(services: Needs): Promise<VapidKey> {
  const stored = await pushKey(services.database)
  const known = opened(services, stored)
  if (known !== undefined) return known
  const made = newVapidKey()
  const sealed = seal(services, purpose, made.privateKey)
  const kept = await keepPushKey(services.database, { publicKey: made.publicKey, sealed }, stored)
  return opened(services, kept) ?? made
}
