import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { Id, Instant, closed } from '../shapes.ts'

export const OwnSession = closed({
  id: Id,
  agent: Type.String({ description: 'What its browser calls itself (User-Agent); perhaps empty.' }),
  address: Type.String({ description: 'From where it was used last; perhaps empty.' }),
  createdAt: Instant,
  lastSeen: Type.String({ description: 'When it was used last, to some minutes.' }),
  isThis: Type.Boolean({ description: 'The one that asks.' }),
})
export type OwnSession = Static<typeof OwnSession>

/** Where somebody is signed in. */
export const ownSessionRoutes = {
  listSessions: route({
    method: 'GET',
    path: '/api/sessions',
    auth: 'account',
    summary: 'Where I am signed in, the last used first',
    answer: closed({ sessions: Type.Array(OwnSession) }),
  }),
  endSession: route({
    method: 'DELETE',
    path: '/api/sessions/:id',
    auth: 'account',
    status: 204,
    summary: 'Sign out there; what was told on that device by push ends too',
    params: closed({ id: Id }),
  }),
  endOtherSessions: route({
    method: 'DELETE',
    path: '/api/sessions',
    auth: 'account',
    status: 204,
    summary: 'Sign out everywhere but here',
  }),
}
