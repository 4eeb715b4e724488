import type { Session } from '@pipewright/contract'
import { client } from '../../../queries/client.ts'
import { standingSubscription } from './device.ts'
import { tellAgain } from './told-here.ts'

/** Tells whoever has just signed in on this device, if he was told on it before. */
export const toldAfterSignIn = (session: Session): Promise<void> =>
  tellAgain(session, {
    getPush: (workspace) => client.call('getPush', { params: { workspace } }),
    addDevice: (workspace, body) => client.call('addPushDevice', { params: { workspace }, body }),
    standing: standingSubscription,
  })
