import type { PushAnswer, Session } from '@pipewright/contract'
import { browserStorage } from '../../../places/browser-storage.ts'
import type { Subscribed } from './device.ts'

const key = 'pipewright.told-here'

/** Whom this browser tells, and in which workspaces he wanted that. */
interface ToldHere {
  readonly account: string
  readonly workspaces: readonly string[]
}

const isToldHere = (value: unknown): value is ToldHere =>
  typeof value === 'object' &&
  value !== null &&
  'account' in value &&
  typeof value.account === 'string' &&
  'workspaces' in value &&
  Array.isArray(value.workspaces) &&
  value.workspaces.every((workspace) => typeof workspace === 'string')

function read(): ToldHere | null {
  try {
    const value: unknown = JSON.parse(browserStorage.getItem(key) ?? 'null')
    return isToldHere(value) ? value : null
  } catch {
    return null
  }
}

export const forgetTold = (): void => browserStorage.removeItem(key)

function keep({ account, workspaces }: ToldHere): void {
  if (workspaces.length === 0) return forgetTold()
  try {
    browserStorage.setItem(key, JSON.stringify({ account, workspaces }))
  } catch {
    // Without room he turns it on again himself after the next sign-in.
  }
}

/** Keeps what its member wanted on this device, for when he signs in again. */
export function noteTold(account: string, workspace: string, isTold: boolean): void {
  const before = read()
  const others = before?.account === account ? before.workspaces.filter((each) => each !== workspace) : []
  keep({ account, workspaces: isTold ? [...others, workspace] : others })
}

export interface Rejoining {
  readonly getPush: (workspace: string) => Promise<PushAnswer>
  readonly addDevice: (workspace: string, body: Subscribed) => Promise<unknown>
  readonly standing: (publicKey: string) => Promise<Subscribed | null>
}

/**
 * A device is told as long as the session lasts in which that was turned on. Whoever signs in again on it, after the session ended
 * or was ended elsewhere, is told as before; for anybody else it is turned on by himself alone.
 */
export async function tellAgain(
  { account, workspaces }: Session,
  { getPush, addDevice, standing }: Rejoining,
): Promise<void> {
  const before = read()
  if (before === null || account === null) return
  if (before.account !== account.id) return forgetTold()
  for (const { key: workspace } of workspaces) {
    if (!before.workspaces.includes(workspace)) continue
    const { publicKey } = await getPush(workspace)
    const body = await standing(publicKey)
    if (body !== null) await addDevice(workspace, body)
  }
}
