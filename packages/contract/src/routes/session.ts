import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { Id, Locale, Zone, closed } from '../shapes.ts'

export const Password = Type.String({ minLength: 8, maxLength: 512, description: '8 to 128 characters.' })
export const Email = Type.String({ minLength: 3, maxLength: 254 })
const PersonName = Type.String({ minLength: 1, maxLength: 100 })

export const Session = closed({
  account: Type.Union([
    Type.Null(),
    closed({ id: Id, name: PersonName, email: Email, locale: Locale, zone: Zone }),
  ]),
  csrf: Type.Union([Type.Null(), Type.String()], {
    description: 'Goes into the x-csrf-token header of every call that changes something.',
  }),
  workspaces: Type.Array(closed({ key: Type.String(), name: Type.String() })),
  setup: Type.Boolean({ description: 'No account exists yet: the printed one-time link makes the first.' }),
  demo: Type.Optional(Type.Boolean()),
})
export type Session = Static<typeof Session>

const InvitationParams = closed({ token: Type.String({ minLength: 20, maxLength: 100 }) })

export const sessionRoutes = {
  getSession: route({
    method: 'GET',
    path: '/api/session',
    auth: 'public',
    summary: 'Who is signed in',
    answer: Session,
  }),
  setUp: route({
    method: 'POST',
    path: '/api/setup',
    auth: 'public',
    summary: 'Make the first account with the one-time link',
    body: closed({
      token: Type.String({ maxLength: 100 }),
      name: PersonName,
      email: Email,
      password: Password,
      locale: Locale,
      zone: Zone,
    }),
    answer: Session,
  }),
  signIn: route({
    method: 'POST',
    path: '/api/sign-in',
    auth: 'public',
    summary: 'Sign in',
    body: closed({ email: Email, password: Type.String({ maxLength: 512 }) }),
    answer: Session,
  }),
  signOut: route({
    method: 'POST',
    path: '/api/sign-out',
    auth: 'account',
    summary: 'Sign out',
    status: 204,
  }),
  changePassword: route({
    method: 'POST',
    path: '/api/password',
    auth: 'account',
    summary: 'Change the own password; ends every other session',
    body: closed({ current: Type.String({ maxLength: 512 }), next: Password }),
    answer: Session,
  }),
  confirmPassword: route({
    method: 'POST',
    path: '/api/session/confirm',
    auth: 'account',
    status: 204,
    summary:
      'Give the own password again, as what widens power asks for when it was given more than 15 minutes ago',
    body: closed({ password: Type.String({ maxLength: 512 }) }),
  }),
  updateAccount: route({
    method: 'PATCH',
    path: '/api/account',
    auth: 'account',
    summary: 'Change the own name, language and time zone',
    body: closed({
      name: Type.Optional(PersonName),
      locale: Type.Optional(Locale),
      zone: Type.Optional(Zone),
    }),
    answer: Session,
  }),
  getInvitation: route({
    method: 'GET',
    path: '/api/invitations/:token',
    auth: 'public',
    summary: 'What an invitation is for',
    params: InvitationParams,
    answer: closed({ workspace: Type.String(), email: Email, known: Type.Boolean() }),
  }),
  acceptInvitation: route({
    method: 'POST',
    path: '/api/invitations/:token',
    auth: 'public',
    summary: 'Join by invitation',
    params: InvitationParams,
    body: closed({ name: PersonName, password: Password, locale: Locale, zone: Zone }),
    answer: Session,
  }),
}
