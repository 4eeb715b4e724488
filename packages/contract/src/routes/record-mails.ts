import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { Id, Instant, Key, RecordParams, closed } from '../shapes.ts'
import { FileInfo } from './files.ts'
import { Nullable } from './record-shapes.ts'

const address = closed({
  address: Nullable(
    Type.String({ description: 'Null where it stands in a field that the reader may not read.' }),
  ),
  name: Nullable(Type.String()),
})
export type MailAddress = Static<typeof address>

export const RecordMail = closed({
  id: Id,
  at: Instant,
  author: Id,
  state: Type.Union([
    Type.Literal('waiting'),
    Type.Literal('sent'),
    Type.Literal('failed'),
    Type.Literal('received'),
  ]),
  from: Nullable(address),
  to: Type.Array(address),
  cc: Type.Array(address),
  missed: Type.Array(address, { description: 'Of a mail that failed: to whom it did not go.' }),
  subject: Type.String(),
  text: Type.String(),
  files: Type.Array(FileInfo),
  doneAt: Nullable(Instant),
  reason: Nullable(
    Type.String({
      description:
        'Why it was not sent: "unclear", "old", "no-author", "no-record", "no-file", "refused", or what the mail server said.',
    }),
  ),
})
export type RecordMail = Static<typeof RecordMail>

/** As it is sent; what an address may be and how many there may be is said with the refusal. */
const addresses = Type.Array(Type.String({ maxLength: 1000 }), { maxItems: 100 })
const Day = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$', description: '"YYYY-MM-DD"' })

const party = closed({
  address: Type.String({ maxLength: 1000 }),
  name: Type.Optional(Type.String({ maxLength: 1000 })),
})
const parties = Type.Array(party, { maxItems: 100 })

const base = '/api/w/:workspace/forms/:form/records/:id/mails'
const MailParams = closed({ ...RecordParams.properties, mail: Id })

export const recordMailRoutes = {
  getMailStart: route({
    method: 'GET',
    path: `${base}/start`,
    auth: 'member',
    summary: 'What a mail from a record begins with: whom it may be written to and how it will go out',
    params: RecordParams,
    answer: closed({
      sender: Nullable(closed({ name: Type.String(), address: Type.String() })),
      replyTo: Type.String({ description: "The member's own address." }),
      known: Type.Array(
        closed({
          address: Type.String(),
          form: Key,
          field: Key,
          record: Id,
          title: Type.String(),
        }),
        {
          description: 'Addresses of the record and of those around it, as far as the member may read them.',
        },
      ),
    }),
  }),
  sendRecordMail: route({
    method: 'POST',
    path: base,
    auth: 'member',
    summary: 'Write a mail from a record; an Idempotency-Key header makes repeats safe',
    params: RecordParams,
    body: closed({
      to: addresses,
      cc: Type.Optional(addresses),
      subject: Type.String({ maxLength: 2000 }),
      text: Type.String({ maxLength: 200_000, description: 'Plain text.' }),
      files: Type.Optional(
        Type.Array(Id, {
          maxItems: 50,
          uniqueItems: true,
          description: 'Own uploads, or files that one may read.',
        }),
      ),
      next: Type.Optional(Nullable(Day)),
    }),
    status: 201,
    answer: RecordMail,
  }),
  addReceivedMail: route({
    method: 'POST',
    path: `${base}/received`,
    auth: 'member',
    summary: 'Add a mail that came in to a record; the same one again is the one that is there',
    params: RecordParams,
    body: closed({
      from: party,
      to: parties,
      cc: Type.Optional(parties),
      subject: Type.String({ maxLength: 2000 }),
      text: Type.String({ maxLength: 500_000, description: 'Plain text.' }),
      at: Instant,
      files: Type.Optional(Type.Array(Id, { maxItems: 50, uniqueItems: true })),
    }),
    status: 201,
    answer: RecordMail,
  }),
  resendRecordMail: route({
    method: 'POST',
    path: `${base}/:mail/again`,
    auth: 'member',
    summary: "Send one's own mail again that was not sent, to those who did not get it",
    params: MailParams,
    answer: RecordMail,
  }),
  deleteRecordMail: route({
    method: 'DELETE',
    path: `${base}/:mail`,
    auth: 'member',
    summary: "Take back one's own mail that nobody got, or that was added",
    params: MailParams,
    status: 204,
  }),
}
