import type { OwnSession } from '@pipewright/contract'
import { knownDevice } from '../notifications/push/device.ts'
import { useAccountText } from './use-account-text.ts'

/** What the device of a session is called: its browser and system. */
export function useSessionName(): (session: Pick<OwnSession, 'agent'>) => string {
  const text = useAccountText()
  return ({ agent }) => knownDevice(agent) ?? text('device')
}
