import { findVisit, getRecord, insertVisitFile, readableFiles, type StoredFile } from '@pipewright/db'
import type { Values } from '@pipewright/contract'
import type { FastifyReply } from 'fastify'
import { hashToken } from '../../auth/session-token.ts'
import { refuse } from '../../problems/refusal.ts'
import type { Call } from '../../routing/call.ts'
import type { Services } from '../../services.ts'
import { fileContent } from '../files/file-content.ts'
import { fileHeaders } from '../files/send-file.ts'
import { storeUpload } from '../files/store-upload.ts'
import { orRefuse } from '../records/refuse-record.ts'
import { findOwnAnswer } from './own-answer.ts'
import { filesIn } from './own-files.ts'
import { openWorkspace } from './public-scene.ts'

const dayMs = 24 * 3_600_000

/** Keeps a file for the change of an answer. */
export async function takeAnswerFile(
  services: Services,
  { params, request, locale }: Call<'uploadAnswerFile'>,
): Promise<StoredFile> {
  const { database, clock } = services
  const workspace = await openWorkspace(services, request, params.workspace)
  const { may, page, scene } = await findOwnAnswer(services, workspace, params.answer, locale)
  const ticketHash = hashToken(params.ticket)
  const since = new Date(clock() - dayMs).toISOString()
  const visit = await findVisit(database, workspace, { ticketHash, since })
  const isHere = visit !== undefined && visit.form === page.form && visit.page === page.page.key
  if (may !== 'edit' || !isHere) return refuse('public-expired')
  return storeUpload(services, request, locale, {
    workspace,
    uploadedBy: scene.actor.memberId,
    also: (tx, id) => insertVisitFile(tx, workspace, { id, ticketHash }),
  })
}

/** A file that stands in a listed field of the own answer; every other is not there (FI-01). */
export async function sendAnswerFile(
  services: Services,
  { params, request, reply, locale }: Call<'getAnswerFile'>,
): Promise<FastifyReply> {
  const { database } = services
  const workspace = await openWorkspace(services, request, params.workspace, 'picture')
  const { scene, page, record } = await findOwnAnswer(services, workspace, params.answer, locale)
  const { record: seen } = orRefuse(await getRecord(database, scene, page.form, record))
  const isNamed = filesIn(page, seen.values as Values).includes(params.id)
  const [file] = isNamed ? await readableFiles(database, scene, [params.id]) : []
  if (file === undefined) return refuse('not-found')
  void fileHeaders(reply, file).header('content-length', file.bytes)
  return reply.send(fileContent(database, workspace, file.id))
}
