import { findVisit, insertVisitFile, type StoredFile } from '@pipewright/db'
import { hashToken } from '../../auth/session-token.ts'
import { refuse } from '../../problems/refusal.ts'
import type { Call } from '../../routing/call.ts'
import type { Services } from '../../services.ts'
import { storeUpload } from '../files/store-upload.ts'
import { openWorkspace, pageByToken } from './public-scene.ts'

const dayMs = 24 * 3_600_000

/** Keeps a file for the answer of an open ticket. */
export async function takeFile(
  services: Services,
  { params, request, locale }: Call<'uploadPublicFile'>,
): Promise<StoredFile> {
  const { database, clock } = services
  const workspace = await openWorkspace(services, request, params.workspace)
  const { link, page } = await pageByToken(services, workspace, params.token)
  if (page.page.find !== undefined) return refuse('not-found')
  const ticketHash = hashToken(params.ticket)
  const since = new Date(clock() - dayMs).toISOString()
  const visit = await findVisit(database, workspace, { ticketHash, since })
  if (visit === undefined || visit.usedAt !== null || visit.form !== link.form || visit.page !== link.page)
    return refuse('public-expired')
  return storeUpload(services, request, locale, {
    workspace,
    uploadedBy: link.owner,
    also: (tx, id) => insertVisitFile(tx, workspace, { id, ticketHash }),
  })
}
