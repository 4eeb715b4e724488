import { picturesOf } from '@pipewright/compiler'
import { findAnswer, findPicture, findVisit } from '@pipewright/db'
import type { FastifyReply } from 'fastify'
import { hashToken } from '../../auth/session-token.ts'
import { refuse } from '../../problems/refusal.ts'
import type { Call } from '../../routing/call.ts'
import type { Services } from '../../services.ts'
import { fileContent } from '../files/file-content.ts'
import { fileHeaders } from '../files/send-file.ts'
import { openWorkspace, pageByToken, pageIn, type PublicScene } from './public-scene.ts'

const dayMs = 24 * 3_600_000

/** A picture of the page; to strangers every other file is not there (FI-01). */
async function sendPicture(
  { database }: Services,
  { workspace, page }: PublicScene,
  id: string,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const picture = picturesOf(page).has(id) ? await findPicture(database, workspace, id) : undefined
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
  return sendPicture(services, scene, params.id, reply)
}

export async function sendAnswerPicture(
  services: Services,
  { params, request, reply }: Call<'getPublicAnswerPicture'>,
): Promise<FastifyReply> {
  const workspace = await openWorkspace(services, request, params.workspace, 'picture')
  const answer =
    (await findAnswer(services.database, workspace, hashToken(params.answer))) ?? refuse('not-found')
  const scene = await pageIn(services, workspace, answer.form, answer.page)
  if ((scene.page.page.answerLink ?? 'none') === 'none') return refuse('not-found')
  return sendPicture(services, scene, params.id, reply)
}
