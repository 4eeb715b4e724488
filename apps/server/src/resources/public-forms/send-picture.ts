import { picturesOf, type PublicPage } from '@pipewright/compiler'
import { findAnswer, findPicture, findVisit, type Workspace } from '@pipewright/db'
import type { FastifyReply } from 'fastify'
import { hashToken } from '../../auth/session-token.ts'
import { refuse } from '../../problems/refusal.ts'
import type { Call } from '../../routing/call.ts'
import type { Services } from '../../services.ts'
import { fileContent } from '../files/file-content.ts'
import { fileHeaders } from '../files/send-file.ts'
import { openWorkspace, pageByToken, pageIn } from './public-scene.ts'

const dayMs = 24 * 3_600_000

interface Wanted {
  readonly id: string
  /** Whether the page shows it. */
  readonly isShown: boolean
  readonly reply: FastifyReply
}

/** A picture of the page; to strangers every other file is not there (FI-01). */
async function sendPicture(
  { database }: Services,
  workspace: Workspace,
  { id, isShown, reply }: Wanted,
): Promise<FastifyReply> {
  const picture = isShown ? await findPicture(database, workspace, id) : undefined
  if (picture === undefined) return refuse('not-found')
  void fileHeaders(reply, picture)
    .header('content-length', picture.bytes)
    .header('cache-control', 'private, max-age=3600')
  return reply.send(fileContent(database, workspace, picture.id))
}

/** Whoever has a ticket has seen the page: it was open, and the password right. */
export async function sendPagePicture(
  services: Services,
  { params, request, reply }: Call<'getPublicPicture'>,
): Promise<FastifyReply> {
  const { database, clock } = services
  const workspace = await openWorkspace(services, request, params.workspace, 'picture')
  const scene = await pageByToken(services, workspace, params.token)
  const since = new Date(clock() - dayMs).toISOString()
  const visit = await findVisit(database, workspace, { ticketHash: hashToken(params.ticket), since })
  if (visit === undefined || visit.form !== scene.link.form || visit.page !== scene.link.page)
    return refuse('not-found')
  return sendPicture(services, workspace, {
    id: params.id,
    isShown: picturesOf(scene.page).has(params.id),
    reply,
  })
}

/** The page of an answer, as far as it lets anybody come back. */
async function pageOfAnswer(services: Services, workspace: Workspace, token: string): Promise<PublicPage> {
  const answer = (await findAnswer(services.database, workspace, hashToken(token))) ?? refuse('not-found')
  const { page } = await pageIn(services, workspace, answer.form, answer.page)
  return (page.page.answerLink ?? 'none') === 'none' ? refuse('not-found') : page
}

export async function sendAnswerPicture(
  services: Services,
  { params: { workspace: key, answer, id }, request, reply }: Call<'getPublicAnswerPicture'>,
): Promise<FastifyReply> {
  const workspace = await openWorkspace(services, request, key, 'picture')
  const page = await pageOfAnswer(services, workspace, answer)
  return sendPicture(services, workspace, { id, isShown: picturesOf(page).has(id), reply })
}

/** The logo stands on the page whatever state it is in, as its title does: the link alone is enough. */
export async function sendPageLogo(
  services: Services,
  { params: { workspace: key, token, id }, request, reply }: Call<'getPublicLogo'>,
): Promise<FastifyReply> {
  const workspace = await openWorkspace(services, request, key, 'picture')
  const { page } = await pageByToken(services, workspace, token)
  return sendPicture(services, workspace, { id, isShown: page.page.logo === id, reply })
}

export async function sendAnswerLogo(
  services: Services,
  { params: { workspace: key, answer, id }, request, reply }: Call<'getPublicAnswerLogo'>,
): Promise<FastifyReply> {
  const workspace = await openWorkspace(services, request, key, 'picture')
  const page = await pageOfAnswer(services, workspace, answer)
  return sendPicture(services, workspace, { id, isShown: page.page.logo === id, reply })
}
