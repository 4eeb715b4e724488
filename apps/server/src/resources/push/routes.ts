import type { Locale, PushDevice as DeviceAnswer } from '@pipewright/contract'
import { addDevice, deviceTold, dropDevice, listDevices, removeDevice, type PushDevice } from '@pipewright/db'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { refuse, refuseField } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import { isPublicKey } from './encrypt.ts'
import { installationKey } from './push-keys.ts'
import { pushTexts } from './push-texts.ts'
import { pushJob } from './push-job.ts'
import { handOver } from './send-push.ts'

const mostDevices = 20
const authBytes = 16

const answerOf = ({ id, endpoint, name, createdAt, sentAt }: PushDevice): DeviceAnswer => ({
  id,
  endpoint,
  name,
  createdAt,
  sentAt,
})

/** Where a push service can complain to; some want an address of the internet. */
function contactOf({ publicUrl }: Services, { headers }: FastifyRequest): string {
  const url = publicUrl ?? headers.origin ?? ''
  return url.startsWith('https://') ? url : 'mailto:push@localhost.localdomain'
}

function refuseBadEndpoint({ outgoing }: Services, endpoint: string): void {
  const protocol = URL.canParse(endpoint) ? new URL(endpoint).protocol : ''
  // Nothing leaves unencrypted but to networks inside that are allowed; which those are is asked when it is sent.
  const isFit = protocol === 'https:' || (protocol === 'http:' && outgoing.networks.length > 0)
  if (!isFit) refuseField('/endpoint', 'bad-url')
}

interface Tested extends Pick<MemberScene, 'workspace'> {
  readonly device: PushDevice
  readonly locale: Locale
}

/** Sends a device a message that says nothing else. */
async function tested(
  services: Services,
  { workspace, device, locale }: Tested,
): Promise<'sent' | 'gone' | 'failed'> {
  const { database, now } = services
  const shown = {
    title: workspace.name,
    body: pushTexts[locale].test,
    url: `/w/${workspace.key}/notifications`,
    tag: 'test',
  }
  const status = await handOver(services, device, shown).then(
    (answered) => answered.status,
    () => 0,
  )
  if (status === 404 || status === 410) await dropDevice(database, workspace, device.id)
  else if (status >= 200 && status < 300) await deviceTold(database, workspace, device.id, now())
  const isGone = status === 404 || status === 410
  return isGone ? 'gone' : status >= 200 && status < 300 ? 'sent' : 'failed'
}

/** The devices that a member is told on. */
export function registerPush(app: FastifyInstance, services: Services): void {
  const { database, delay, newId, now } = services
  pushJob(app, services)

  const devicesOf = ({ workspace, actor }: Pick<MemberScene, 'workspace' | 'actor'>) =>
    listDevices(database, workspace, { member: actor.memberId, now: now() })

  async function answer(scene: MemberScene) {
    const { publicKey } = await installationKey(services)
    const devices = await devicesOf(scene)
    return { publicKey, devices: devices.map(answerOf) }
  }

  register(app, 'getPush', ({ member }) => answer(member()))

  register(app, 'addPushDevice', async ({ body, member, account, request }) => {
    const scene = member()
    const { workspace, actor } = scene
    const { endpoint, p256dh, auth, name } = body
    refuseBadEndpoint(services, endpoint)
    if (!isPublicKey(Buffer.from(p256dh, 'base64url'))) refuseField('/p256dh', 'not-an-option')
    if (Buffer.from(auth, 'base64url').length !== authBytes) refuseField('/auth', 'not-an-option')
    const known = await devicesOf(scene)
    if (known.length >= mostDevices && !known.some((device) => device.endpoint === endpoint))
      refuseField('/endpoint', 'too-many', { max: mostDevices })
    const { publicKey: serverKey } = await installationKey(services)
    await addDevice(database, workspace, {
      id: newId(),
      member: actor.memberId,
      session: account().sessionHash,
      endpoint,
      p256dh,
      auth,
      serverKey,
      contact: contactOf(services, request),
      name,
      createdAt: now(),
    })
    return answer(scene)
  })

  register(app, 'removePushDevice', async ({ params, member }) => {
    const { workspace, actor } = member()
    if (!(await removeDevice(database, workspace, actor.memberId, params.id))) refuse('not-found')
  })

  register(app, 'testPushDevice', async ({ params, member, locale }) => {
    const { workspace, actor } = member()
    const devices = await devicesOf({ workspace, actor })
    const device = devices.find(({ id }) => id === params.id) ?? refuse('not-found')
    // Tests in a row are held up like wrong passwords, so that nobody floods a push service in the name of this server.
    const wait = await delay.attempt(`push ${actor.memberId}`, `push ${actor.memberId}`)
    if (wait > 0) refuse('too-many-attempts', { params: { seconds: wait }, retryAfter: wait })
    return { result: await tested(services, { workspace, device, locale }) }
  })
}
