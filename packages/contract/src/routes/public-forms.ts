import type { AppDefinition, PublicForm } from '@pipewright/schemas'
import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { Id, Key, Locale, Values, WorkspaceParams, Zone, closed } from '../shapes.ts'
import { FileInfo } from './files.ts'
import { Calendar, FormRights } from './workspace.ts'

const Token = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' })
const PageParams = closed({ ...WorkspaceParams.properties, token: Token })
const AnswerParams = closed({ ...WorkspaceParams.properties, answer: Token })

/** Why a page takes no answer, or that it does. */
export const PublicState = Type.Union([
  Type.Literal('open'),
  Type.Literal('password'),
  Type.Literal('early'),
  Type.Literal('late'),
  Type.Literal('full'),
  Type.Literal('answered'),
  Type.Literal('paused'),
])
export type PublicState = Static<typeof PublicState>

const Look = Type.Unsafe<
  Pick<
    PublicForm,
    'title' | 'intro' | 'language' | 'color' | 'brand' | 'logo' | 'submitLabel' | 'opensAt' | 'closesAt'
  >
>({ type: 'object', description: 'Texts and looks of the page.' })

const Filling = closed({
  definition: Type.Unsafe<AppDefinition>({
    type: 'object',
    description: 'The one form with exactly the listed fields (app-definition.schema.json).',
  }),
  form: Key,
  rights: FormRights,
})

export const PublicPageAnswer = closed({
  state: PublicState,
  look: Look,
  zone: Zone,
  calendar: Calendar,
  filling: Type.Optional(Filling),
  find: Type.Optional(
    closed({
      by: Type.Array(Key, { description: 'Fields to give; rights say that they can be written.' }),
      fields: Type.Array(Key, { description: 'Fields that are shown of a record.' }),
    }),
  ),
  ticket: Type.Optional(
    Type.String({
      description: 'Good for one answer within a day, or for searches on a page that finds records.',
    }),
  ),
})
export type PublicPageAnswer = Static<typeof PublicPageAnswer>

export const PublicFound = closed({
  records: Type.Array(Values, { description: 'The listed fields of each record, the newest first.' }),
  more: Type.Boolean({ description: 'There are more than are shown.' }),
})
export type PublicFound = Static<typeof PublicFound>

export const PublicSent = closed({
  thanksTitle: Type.Optional(Type.Unsafe<NonNullable<PublicForm['thanksTitle']>>({ type: 'object' })),
  thanks: Type.Optional(Type.Unsafe<NonNullable<PublicForm['thanks']>>({ type: 'object' })),
  redirect: Type.Optional(Type.String()),
  answerLink: Type.Optional(Type.String({ description: 'Path of the private page of the answer.' })),
  mayChange: Type.Optional(Type.Boolean({ description: 'The answer can be changed there, not only seen.' })),
})
export type PublicSent = Static<typeof PublicSent>

const OwnAnswer = closed({
  look: Look,
  zone: Zone,
  calendar: Calendar,
  filling: Filling,
  may: Type.Union([Type.Literal('view'), Type.Literal('edit')]),
  version: Type.Integer(),
  values: Values,
  files: Type.Array(FileInfo, { description: 'Files of the answer.' }),
  ticket: Type.Optional(Type.String({ description: 'Good for a day to upload files, where it may change.' })),
})
export type OwnAnswer = Static<typeof OwnAnswer>

export const PublicLink = closed({
  form: Key,
  page: Key,
  path: Type.Optional(
    Type.String({
      description:
        'Path of the page, below the address of this server; left out where a link that works cannot be shown.',
    }),
  ),
  owner: Id,
  hasPassword: Type.Boolean(),
  open: Type.Boolean(),
  taken: Type.Integer({ description: 'Answers so far.' }),
})
export type PublicLink = Static<typeof PublicLink>

const links = '/api/w/:workspace/public-links'
const LinkParams = closed({ ...WorkspaceParams.properties, form: Key, page: Key })

export const publicFormRoutes = {
  openPublicForm: route({
    method: 'POST',
    path: '/api/p/:workspace/:token/open',
    auth: 'public',
    summary: 'What a public form shows, and a ticket for one answer',
    params: PageParams,
    body: closed({
      password: Type.Optional(Type.String({ maxLength: 128 })),
      device: Type.String({ pattern: '^[A-Za-z0-9_-]{22,64}$', description: 'Random, kept by the browser.' }),
      locale: Locale,
    }),
    answer: PublicPageAnswer,
  }),
  answerPublicForm: route({
    method: 'POST',
    path: '/api/p/:workspace/:token/answers',
    auth: 'public',
    summary: 'Send an answer',
    params: PageParams,
    body: closed({
      ticket: Token,
      values: Values,
      address: Type.Optional(
        Type.Record(
          Type.String({ pattern: '^[A-Za-z][A-Za-z0-9_.-]{0,63}$' }),
          Type.String({ maxLength: 500 }),
          {
            additionalProperties: false,
            maxProperties: 50,
            description: 'Parameters of the address of the page.',
          },
        ),
      ),
      website: Type.Optional(
        Type.String({ maxLength: 500, description: 'Left empty by people; what fills it in is no person.' }),
      ),
      locale: Locale,
    }),
    status: 201,
    answer: PublicSent,
  }),
  findPublicRecords: route({
    method: 'POST',
    path: '/api/p/:workspace/:token/found',
    auth: 'public',
    summary: 'Records that have exactly the given values, on a page that finds records',
    params: PageParams,
    body: closed({ ticket: Token, values: Values, locale: Locale }),
    answer: PublicFound,
  }),
  uploadPublicFile: route({
    method: 'POST',
    path: '/api/p/:workspace/:token/tickets/:ticket/files',
    auth: 'public',
    bodyKind: 'multipart',
    status: 201,
    summary: 'Upload a file for the answer of a ticket',
    params: closed({ ...PageParams.properties, ticket: Token }),
    answer: FileInfo,
  }),
  getPublicPicture: route({
    method: 'GET',
    path: '/api/p/:workspace/:token/tickets/:ticket/pictures/:id',
    auth: 'public',
    answerKind: 'file',
    summary: 'A picture that the page shows, for whoever may fill it in',
    params: closed({ ...PageParams.properties, ticket: Token, id: Id }),
  }),
  getPublicLogo: route({
    method: 'GET',
    path: '/api/p/:workspace/:token/logo/:id',
    auth: 'public',
    answerKind: 'file',
    summary: 'The logo of the page, for whoever has its link, also while it takes no answers',
    params: closed({ ...PageParams.properties, id: Id }),
  }),
  uploadAnswerFile: route({
    method: 'POST',
    path: '/api/pa/:workspace/:answer/tickets/:ticket/files',
    auth: 'public',
    bodyKind: 'multipart',
    status: 201,
    summary: 'Upload a file for the change of the own answer',
    params: closed({ ...AnswerParams.properties, ticket: Token }),
    answer: FileInfo,
  }),
  getAnswerFile: route({
    method: 'GET',
    path: '/api/pa/:workspace/:answer/files/:id',
    auth: 'public',
    answerKind: 'file',
    summary: 'Download a file of the own answer',
    params: closed({ ...AnswerParams.properties, id: Id }),
  }),
  getPublicAnswerPicture: route({
    method: 'GET',
    path: '/api/pa/:workspace/:answer/pictures/:id',
    auth: 'public',
    answerKind: 'file',
    summary: 'A picture that the page of the own answer shows',
    params: closed({ ...AnswerParams.properties, id: Id }),
  }),
  getPublicAnswerLogo: route({
    method: 'GET',
    path: '/api/pa/:workspace/:answer/logo/:id',
    auth: 'public',
    answerKind: 'file',
    summary: 'The logo of the page of the own answer',
    params: closed({ ...AnswerParams.properties, id: Id }),
  }),
  getPublicAnswer: route({
    method: 'GET',
    path: '/api/pa/:workspace/:answer',
    auth: 'public',
    summary: 'The own answer, by its private link',
    params: AnswerParams,
    answer: OwnAnswer,
  }),
  changePublicAnswer: route({
    method: 'PATCH',
    path: '/api/pa/:workspace/:answer',
    auth: 'public',
    summary: 'Change the own answer, where the page allows it',
    params: AnswerParams,
    body: closed({ version: Type.Integer(), values: Values, ticket: Type.Optional(Token) }),
    answer: OwnAnswer,
  }),
  listPublicLinks: route({
    method: 'GET',
    path: links,
    auth: 'member',
    summary: 'Links of public forms',
    params: WorkspaceParams,
    answer: closed({ links: Type.Array(PublicLink) }),
  }),
  putPublicLink: route({
    method: 'PUT',
    path: `${links}/:form/:page`,
    auth: 'member',
    summary: 'Make the link of a published public form, or replace it: the former stops working',
    params: LinkParams,
    answer: PublicLink,
  }),
  changePublicLink: route({
    method: 'PATCH',
    path: `${links}/:form/:page`,
    auth: 'member',
    summary: 'Who owns the answers, the password, or pausing the page; null takes the password away',
    params: LinkParams,
    body: closed({
      owner: Type.Optional(Id),
      password: Type.Optional(Type.Union([Type.String({ minLength: 4, maxLength: 128 }), Type.Null()])),
      open: Type.Optional(Type.Boolean()),
    }),
    answer: PublicLink,
  }),
}
