import { createECDH } from 'node:crypto'
import { notificationPlace } from '@pipewright/contract'
import {
  delayPush,
  deviceTold,
  dropDevice,
  endPush,
  findMemberActor,
  noticesOfPush,
  pushLastsMs,
  tellNotifications,
  type PushDevice,
  type Told,
  type WaitingPush,
  type Workspace,
} from '@pipewright/db'
import { postOut, type Answered } from '../../outgoing/post-out.ts'
import { nobodyIn } from '../../scene/nobody.ts'
import { standingOf } from '../../scene/standing.ts'
import type { Services } from '../../services.ts'
import { encryptFor } from './encrypt.ts'
import { installationKey } from './push-keys.ts'
import { pushTexts } from './push-texts.ts'
import { vapidHeader } from './vapid.ts'

/** What the service worker shows: nothing of a record but the title that its reader may see. */
export interface Shown {
  readonly title: string
  readonly body: string
  /** Below the origin of the app. */
  readonly url: string
  /** What comes again under a tag takes the place of what is there. */
  readonly tag: string
}

const gone = new Set([404, 410])
const firstFailure = 300
const tooMany = 429
const firstServerFailure = 500
/** What a message may have, so that every push service takes it. */
const longestBody = 500

/** Hands a message to the push service of a device; throws when none can be reached. */
export async function handOver(services: Services, device: PushDevice, shown: Shown): Promise<Answered> {
  const { clock, outgoing, random } = services
  const key = await installationKey(services)
  const once = createECDH('prime256v1')
  once.generateKeys()
  const keys = {
    p256dh: Buffer.from(device.p256dh, 'base64url'),
    auth: Buffer.from(device.auth, 'base64url'),
  }
  const secrets = { salt: random(16), privateKey: once.getPrivateKey() }
  const body = encryptFor(keys, Buffer.from(JSON.stringify(shown)), secrets)
  return postOut(outgoing, device.endpoint, {
    headers: {
      authorization: vapidHeader(key, device.endpoint, device.contact, clock()),
      'content-encoding': 'aes128gcm',
      'content-type': 'application/octet-stream',
      ttl: String(pushLastsMs / 1000),
      urgency: 'normal',
    },
    body,
  })
}

/** What the push says now to its reader, with the rights of now; undefined when nothing is left to say. */
async function shownOf(
  services: Services,
  workspace: Workspace,
  push: WaitingPush,
): Promise<Shown | undefined> {
  const { database, scenes, now } = services
  const { member, locale, zone } = push
  const row = await findMemberActor(database, workspace, member, now())
  if (row === undefined) return undefined
  const app = await scenes.currentApp(workspace)
  const standing = standingOf(app, row, { locale, zone, calendar: workspace.calendar })
  const scene = { ...nobodyIn(workspace, services), ...standing }
  const stored = await noticesOfPush(database, workspace, push, now())
  const told = (await tellNotifications(database, scene, stored, locale)).filter(({ isGone }) => !isGone)
  const [first] = told
  if (first === undefined) return undefined
  const base = `/w/${workspace.key}`
  const placeOf = (notice: Told): string => `${base}${notificationPlace(notice) ?? '/todo'}`
  const body = told.length === 1 ? first.text : pushTexts[locale].several(told.length, first.text)
  return {
    title: workspace.name,
    body: body.slice(0, longestBody),
    url: told.length === 1 ? placeOf(first) : base,
    tag: push.notices[0] ?? push.push,
  }
}

export async function sendPush(services: Services, workspace: Workspace, push: WaitingPush): Promise<void> {
  const { database, now } = services
  const { device } = push
  if (device.serverKey !== (await installationKey(services)).publicKey)
    return dropDevice(database, workspace, device.id)
  const shown = await shownOf(services, workspace, push)
  if (shown === undefined) return endPush(database, workspace, push)
  const answer = await handOver(services, device, shown).catch((): Answered => ({
    status: 0,
    retryAfter: null,
  }))
  const { status, retryAfter } = answer
  if (gone.has(status)) return dropDevice(database, workspace, device.id)
  if (status === 0 || status === tooMany || status >= firstServerFailure)
    return delayPush(database, workspace, push, { now: now(), retryAfter })
  await endPush(database, workspace, push)
  if (status < firstFailure) await deviceTold(database, workspace, device.id, now())
}
