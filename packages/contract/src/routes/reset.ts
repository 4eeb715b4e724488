import { Type } from 'typebox'
import { route } from '../route.ts'
import { ItemParams, closed } from '../shapes.ts'
import { Email, Password, Session } from './session.ts'

const ResetParams = closed({ token: Type.String({ minLength: 20, maxLength: 100 }) })

/** Coming in again without the password. */
export const resetRoutes = {
  askForReset: route({
    method: 'POST',
    path: '/api/reset',
    auth: 'public',
    summary: 'Ask for a link by mail that sets a new password; answers the same whoever asks',
    body: closed({ email: Email }),
    status: 202,
    answer: closed({}),
  }),
  getReset: route({
    method: 'GET',
    path: '/api/reset/:token',
    auth: 'public',
    summary: 'Whose password a link sets',
    params: ResetParams,
    answer: closed({ email: Email }),
  }),
  resetPassword: route({
    method: 'POST',
    path: '/api/reset/:token',
    auth: 'public',
    summary: 'Set a new password by a link; ends every session of the account and begins one',
    params: ResetParams,
    body: closed({ password: Password }),
    answer: Session,
  }),
  makeResetLink: route({
    method: 'POST',
    path: '/api/w/:workspace/members/:id/reset-link',
    auth: 'member',
    status: 201,
    summary:
      'Make a one-time link by which a member sets a new password; asks for the own password of whoever makes it',
    params: ItemParams,
    body: closed({ password: Type.String({ maxLength: 512 }) }),
    answer: closed({ link: Type.String(), minutes: Type.Integer() }),
  }),
}
