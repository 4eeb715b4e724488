import type { MailServer } from '@pipewright/contract'
import { mailSettings, mailStanding, setMailSettings, type MailSettings } from '@pipewright/db'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { checkedAddress } from '../../outgoing/outgoing.ts'
import { seal } from '../../outgoing/sealed.ts'
import { refuse, refuseField } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import { mailJob, sealedFor } from './send-mails.ts'
import { mailPorts } from './smtp.ts'
import { registerStopMail } from './stop-mail.ts'
import { sendTestMail } from './test-mail.ts'

function refuseUnlessAdmin({ actor }: MemberScene): void {
  if (!actor.admin) refuse('not-allowed')
}

/** Where links of mails lead to: the address people reach us at, as set or as the one who sets mail up sees it. */
function baseUrlOf({ publicUrl }: Services, { headers }: FastifyRequest): string {
  return publicUrl ?? headers.origin ?? `http://${headers.host ?? 'localhost'}`
}

/** A password goes to the server that it was given for and to no other one. */
function isOfSameServer(before: MailSettings, body: MailServer): boolean {
  const { host, port, security, username } = body
  return (
    before.host === host &&
    before.port === port &&
    before.security === security &&
    before.username === username
  )
}

function sealedPassword(
  services: Services,
  { workspace }: MemberScene,
  before: MailSettings | undefined,
  body: MailServer,
): string | null {
  const { username, password } = body
  if (username === null) return null
  if (body.security === 'none') refuseField('/security', 'not-an-option')
  if (typeof password === 'string') return seal(services, sealedFor(workspace), password)
  if (password === null || before === undefined || before.password === null || !isOfSameServer(before, body))
    refuseField('/password', 'required')
  return before.password
}

/** How mail goes out of a workspace, and how its reader stops it. */
export function registerMail(app: FastifyInstance, services: Services): void {
  const { database, outgoing } = services
  mailJob(app, services)

  async function answer({ workspace, now }: MemberScene) {
    const settings = await mailSettings(database, workspace)
    const standing = await mailStanding(database, workspace, now)
    if (settings === undefined) return { server: null, ...standing }
    const { password, baseUrl: _baseUrl, since: _since, ...server } = settings
    return { server: { ...server, hasPassword: password !== null }, ...standing }
  }

  register(app, 'getMailSettings', ({ member }) => {
    const scene = member()
    refuseUnlessAdmin(scene)
    return answer(scene)
  })

  register(app, 'setMailSettings', async ({ body, member, request }) => {
    const scene = member()
    refuseUnlessAdmin(scene)
    const { workspace } = scene
    const before = await mailSettings(database, workspace)
    const password = sealedPassword(services, scene, before, body)
    const { host, port } = body
    if (body.enabled)
      await checkedAddress(outgoing, host, port, mailPorts).catch(() =>
        refuse('mail-host-refused', { params: { host: `${host}:${port}` } }),
      )
    const settings = { ...body, password, baseUrl: baseUrlOf(services, request) }
    await database.transaction((tx) => setMailSettings(tx, scene, settings))
    return answer(scene)
  })

  register(app, 'sendTestMail', async ({ member, account, locale }) => {
    const scene = member()
    refuseUnlessAdmin(scene)
    const { email: address } = account()
    await sendTestMail(services, scene, address, locale)
    return { address }
  })

  registerStopMail(app, services)
}
