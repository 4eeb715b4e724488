import { endOtherSessionsOf, endSessionOf, listSessionsOf } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { placeOf } from '../../auth/session-place.ts'
import { refuse } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'

/** Where somebody is signed in, and ending that from afar: one's own sessions alone. */
export function registerOwnSessions(app: FastifyInstance, services: Services): void {
  const { database, announcements, now } = services

  register(app, 'listSessions', async ({ account, request }) => {
    const { accountId, sessionHash } = account()
    const found = await listSessionsOf(database, accountId, now())
    return {
      sessions: found.map(({ idHash, ...seen }) => {
        const isThis = idHash === sessionHash
        // It is being used right now, which is written down only now and then.
        return isThis ? { ...seen, ...placeOf(request), lastSeen: now(), isThis } : { ...seen, isThis }
      }),
    }
  })

  register(app, 'endSession', async ({ params, account }) => {
    const { accountId } = account()
    if (!(await endSessionOf(database, accountId, params.id))) refuse('not-found')
    announcements.tell({ subject: 'session', what: accountId })
  })

  register(app, 'endOtherSessions', async ({ account }) => {
    const { accountId, sessionHash } = account()
    await endOtherSessionsOf(database, accountId, sessionHash)
    announcements.tell({ subject: 'session', what: accountId })
  })
}
