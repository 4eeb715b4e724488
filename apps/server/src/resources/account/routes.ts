import {
  announceMembers,
  announceSessions,
  deleteSessionsOf,
  proveSession,
  renameMember,
  setPasswordHash,
  updateAccount,
  voidResetLinks,
  workspacesOf,
} from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { refuseUnlessOwnPassword } from '../../auth/own-password.ts'
import { hashPassword } from '../../auth/passwords.ts'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import { beginSession } from '../session/begin-session.ts'
import { refuseBadPerson, tidy } from '../session/check-person.ts'
import { sessionAnswer } from '../session/session-answer.ts'

/** The own account. */
export function registerAccount(app: FastifyInstance, services: Services): void {
  const { database, announcements, sessions } = services

  register(app, 'changePassword', async ({ body, account, reply, request }) => {
    const by = account()
    const { accountId } = by
    refuseBadPerson({ password: body.next }, '/next')
    const given = { by, password: body.current, pointer: '/current', address: request.ip }
    await refuseUnlessOwnPassword(services, given)
    const hash = await hashPassword(body.next)
    await database.transaction(async (tx) => {
      await setPasswordHash(tx, accountId, hash)
      await voidResetLinks(tx, accountId, services.now())
      await deleteSessionsOf(tx, accountId)
    })
    announcements.tell({ subject: 'session', what: accountId })
    return beginSession(services, { account: accountId, previous: null, reply })
  })

  register(app, 'confirmPassword', async ({ body, account, request }) => {
    const by = account()
    await refuseUnlessOwnPassword(services, { by, ...body, pointer: '/password', address: request.ip })
    const { sessionHash: idHash, accountId } = by
    await proveSession(database, { idHash, account: accountId, now: services.now() })
    announcements.tell({ subject: 'session', what: accountId })
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
