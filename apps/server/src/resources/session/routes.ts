import { findAccountByEmail } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import { acceptByToken, openInvitation } from './accept-invitation.ts'
import { beginSession } from './begin-session.ts'
import { sessionAnswer } from './session-answer.ts'
import { makeFirstAccount } from './set-up.ts'
import { checkCredentials } from './sign-in.ts'

/** Coming in and going out. */
export function registerSession(app: FastifyInstance, services: Services): void {
  const { database, sessions, cookie } = services

  register(app, 'getSession', ({ session }) => sessionAnswer(services, session))

  register(app, 'setUp', async ({ body, session, reply }) => {
    const account = await makeFirstAccount(services, body)
    return beginSession(services, { account, previous: session, reply })
  })

  register(app, 'signIn', async ({ body, session, reply, request }) => {
    const account = await checkCredentials(services, { ...body, address: request.ip })
    return beginSession(services, { account: account.id, previous: session, reply })
  })

  register(app, 'signOut', async ({ account, reply }) => {
    await sessions.end(account())
    cookie.clear(reply)
  })

  register(app, 'getInvitation', async ({ params }) => {
    const { workspace, invitation } = await openInvitation(services, params.token)
    const known = await findAccountByEmail(database, invitation.email)
    return { workspace: workspace.name, email: invitation.email, known: known !== undefined }
  })

  register(app, 'acceptInvitation', async ({ params, body, session, reply, request }) => {
    const account = await acceptByToken(services, { token: params.token, body, address: request.ip })
    return beginSession(services, { account, previous: session, reply })
  })
}
