import {
  announceMembers,
  announceSessions,
  deleteSessionsOf,
  findAccount,
  renameMember,
  setPasswordHash,
  updateAccount,
  voidResetLinks,
  workspacesOf,
} from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { checkPassword, hashPassword } from '../../auth/passwords.ts'
import { networkOf } from '../../auth/network-of.ts'
import { refuse, refuseField } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import { beginSession } from '../session/begin-session.ts'
import { refuseBadPerson, tidy } from '../session/check-person.ts'
import { sessionAnswer } from '../session/session-answer.ts'

/** The own account. */
export function registerAccount(app: FastifyInstance, services: Services): void {
  const { database, announcements, delay, sessions } = services

  register(app, 'changePassword', async ({ body, account, reply, request }) => {
    const { accountId, email } = account()
    refuseBadPerson({ password: body.next }, '/next')
    const network = networkOf(request.ip)
    const wait = await delay.attempt(`password ${email}`, network)
    if (wait > 0) refuse('too-many-attempts', { params: { seconds: wait }, retryAfter: wait })
    const stored = await findAccount(database, accountId)
    if (!(await checkPassword(stored?.passwordHash, body.current))) refuseField('/current', 'wrong-password')
    await delay.succeeded(`password ${email}`, network)
    const hash = await hashPassword(body.next)
    await database.transaction(async (tx) => {
      await setPasswordHash(tx, accountId, hash)
      await voidResetLinks(tx, accountId, services.now())
      await deleteSessionsOf(tx, accountId)
    })
    announcements.tell({ subject: 'session', what: accountId })
    return beginSession(services, { account: accountId, previous: null, reply })
  })

  register(app, 'updateAccount', async ({ body, account }) => {
    const session = account()
    refuseBadPerson(body)
    const name = body.name === undefined ? undefined : tidy(body.name)
    await database.transaction(async (tx) => {
      await updateAccount(tx, session.accountId, { ...body, name })
      await announceSessions(tx, session.accountId)
      if (name === undefined) return
      for (const workspace of await workspacesOf(tx, session.accountId)) {
        await renameMember(tx, workspace, { account: session.accountId, name })
        await announceMembers(tx, workspace)
      }
    })
    announcements.tell({ subject: 'session', what: session.accountId })
    return sessionAnswer(services, await sessions.refresh(session))
  })
}
