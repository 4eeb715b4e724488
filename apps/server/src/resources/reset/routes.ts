import type { FastifyInstance } from 'fastify'
import { networkOf } from '../../auth/network-of.ts'
import { refuse } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import { originOf } from '../members/origin-of.ts'
import { beginSession } from '../session/begin-session.ts'
import { linkOfMember } from './link-of-member.ts'
import { mailReset } from './mail-reset.ts'
import { openResetLink, resetLifeMinutes } from './reset-link.ts'
import { setByLink } from './set-by-link.ts'

/** Coming in again without the password: by a link that is mailed, handed over, or printed by the server. */
export function registerReset(app: FastifyInstance, services: Services): void {
  const { database, delay, now, publicUrl } = services

  /** Nobody waits for what becomes of it, so that nobody learns by time whether there is such an account (AN-02). */
  function later(work: () => Promise<void>): void {
    const turn: Promise<void> = work()
      .catch((error: unknown) => app.log.error({ err: error }, 'a link for a new password was not mailed'))
      .finally(() => app.turnsUnderWay.delete(turn))
    app.turnsUnderWay.add(turn)
  }
  app.addHook('onClose', async () => {
    await Promise.all(app.turnsUnderWay)
  })

  register(app, 'askForReset', async ({ body: { email }, request }) => {
    const folded = email.normalize('NFKC').toLowerCase().trim()
    const wait = await delay.attempt(`reset ${folded}`, `reset ${networkOf(request.ip)}`)
    if (wait > 0) refuse('too-many-attempts', { params: { seconds: wait }, retryAfter: wait })
    later(() => mailReset(services, email))
    return {}
  })

  register(app, 'getReset', async ({ params }) => {
    const link = (await openResetLink(database, params.token, { now: now() })) ?? refuse('link-invalid')
    return { email: link.email }
  })

  register(app, 'resetPassword', async ({ params, body, session, reply, request }) => {
    const account = await setByLink(services, { ...params, ...body, address: request.ip })
    return beginSession(services, { account, previous: session, reply })
  })

  register(app, 'makeResetLink', async ({ params, body, account, member, request }) => {
    const asked = { member: params.id, password: body.password, by: account(), address: request.ip }
    const token = await linkOfMember(services, member(), asked)
    return { link: `${publicUrl ?? originOf(request)}/reset/${token}`, minutes: resetLifeMinutes }
  })
}
