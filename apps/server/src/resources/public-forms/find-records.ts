import { findRequest } from '@pipewright/compiler'
import type { PublicFound } from '@pipewright/contract'
import { findVisit, queryRecords } from '@pipewright/db'
import { hashToken } from '../../auth/session-token.ts'
import { refuse } from '../../problems/refusal.ts'
import type { Call } from '../../routing/call.ts'
import type { Services } from '../../services.ts'
import { orRefuse } from '../records/refuse-record.ts'
import { pageState } from './page-state.ts'
import { countOrRefuse, findScene, openWorkspace, pageByToken } from './public-scene.ts'

const dayMs = 24 * 3_600_000

/**
 * The records that have exactly what was given, as far as the page shows them. Whoever asks has opened the page, with
 * its password where it has one; searches are counted by themselves, so that values cannot be found out by trying.
 */
export async function findRecords(
  services: Services,
  { params, body, request }: Call<'findPublicRecords'>,
): Promise<PublicFound> {
  const { database, clock, limits, now } = services
  const workspace = await openWorkspace(services, request, params.workspace)
  const scene = await pageByToken(services, workspace, params.token)
  const { page, link } = scene
  if (page.page.find === undefined) return refuse('not-found')
  const facts = { now: now(), open: link.open, taken: 0, answered: false, locked: false }
  if (pageState(page.page, facts) !== 'open') return refuse('public-not-open')
  const since = new Date(clock() - dayMs).toISOString()
  const visit = await findVisit(database, workspace, { ticketHash: hashToken(body.ticket), since })
  if (visit === undefined || visit.form !== link.form || visit.page !== link.page)
    return refuse('public-expired')
  const wanted = findRequest(page, body.values)
  if (!wanted.ok) return refuse('invalid', { errors: wanted.issues })
  const name = `find ${link.form} ${link.page}`
  await countOrRefuse(services, workspace, request, { name, most: limits.publicFindsPerMinute })
  const { filter, columns, limit } = wanted
  const reader = await findScene(services, scene, { owner: link.owner, locale: body.locale })
  const found = orRefuse(await queryRecords(database, reader, link.form, { filter, columns, limit }))
  const shown = new Set(columns)
  const records = found.rows.map(({ values }) =>
    Object.fromEntries(Object.entries(values).filter(([key]) => shown.has(key))),
  )
  return { records, more: found.next !== null } as PublicFound
}
