import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { Id, WorkspaceParams, closed } from '../shapes.ts'
import { Nullable } from './record-shapes.ts'

const Server = {
  enabled: Type.Boolean(),
  host: Type.String({ minLength: 1, maxLength: 253, pattern: '^[A-Za-z0-9._:-]+$' }),
  port: Type.Integer({ minimum: 1, maximum: 65_535 }),
  security: Type.Union([Type.Literal('tls'), Type.Literal('starttls'), Type.Literal('none')]),
  username: Nullable(Type.String({ minLength: 1, maxLength: 200 })),
  senderName: Type.String({ minLength: 1, maxLength: 100 }),
  senderAddress: Type.String({ maxLength: 254, pattern: '^[^\\s@<>,;"]+@[^\\s@<>,;"]+$' }),
}

/** How mail goes out; the password is written and never read. */
export const MailServer = closed({
  ...Server,
  password: Type.Optional(
    Nullable(Type.String({ minLength: 1, maxLength: 500, description: 'Left out: as it was. Null: none.' })),
  ),
})
export type MailServer = Static<typeof MailServer>

export const MailAnswer = closed({
  server: Nullable(closed({ ...Server, hasPassword: Type.Boolean() })),
  waiting: Type.Integer({ description: 'Mails of the last days that are to be sent.' }),
  failed: Type.Integer({ description: 'Mails of the last days that could not be sent.' }),
  error: Nullable(
    Type.String({ description: 'What the mail server said last to one that it did not take.' }),
  ),
})
export type MailAnswer = Static<typeof MailAnswer>

const base = '/api/w/:workspace/mail'

export const mailRoutes = {
  getMailSettings: route({
    method: 'GET',
    path: base,
    auth: 'member',
    summary: 'How mail goes out of the workspace, and how it goes; for administrators',
    params: WorkspaceParams,
    answer: MailAnswer,
  }),
  setMailSettings: route({
    method: 'PUT',
    path: base,
    auth: 'member',
    summary: 'Say how mail goes out of the workspace; for administrators',
    params: WorkspaceParams,
    body: MailServer,
    answer: MailAnswer,
  }),
  sendTestMail: route({
    method: 'POST',
    path: `${base}/test`,
    auth: 'member',
    summary: 'Send a test mail to my own address by what is saved; for administrators',
    params: WorkspaceParams,
    answer: closed({ address: Type.String() }),
  }),
  stopMail: route({
    method: 'POST',
    path: '/api/stop-mail/:workspace/:member/:signature',
    auth: 'public',
    summary: 'No mails to this member any more, by the signed link of a mail',
    params: closed({
      workspace: Type.String({ maxLength: 50 }),
      member: Id,
      signature: Type.String({ maxLength: 100 }),
    }),
    answer: closed({ workspace: Type.String() }),
  }),
}
