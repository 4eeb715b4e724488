import type { PublicPageAnswer } from '@pipewright/contract'
import { hasAnswered, insertVisit } from '@pipewright/db'
import { checkPassword } from '../../auth/passwords.ts'
import { hashToken, newToken } from '../../auth/session-token.ts'
import { refuse } from '../../problems/refusal.ts'
import type { Call } from '../../routing/call.ts'
import type { Services } from '../../services.ts'
import { fillingOf, findingOf, lookOf } from './page-answer.ts'
import { pageState } from './page-state.ts'
import { openWorkspace, pageByToken } from './public-scene.ts'
import { publicCalendar } from '../calendar/calendar-answer.ts'

/** What a page shows; while it takes answers and the password is right, also the form and a ticket for one answer. */
export async function openPage(
  services: Services,
  { params, body, request }: Call<'openPublicForm'>,
): Promise<PublicPageAnswer> {
  const { database, random, now } = services
  const workspace = await openWorkspace(services, request, params.workspace)
  const scene = await pageByToken(services, workspace, params.token)
  const { page, link } = scene
  const deviceHash = hashToken(body.device)
  const given = body.password
  const hash = link.passwordHash
  const isRight = hash === null || (given !== undefined && (await checkPassword(hash, given)))
  if (given !== undefined && !isRight) return refuse('wrong-form-password')
  const once = page.page.oncePerDevice === true
  const answered = once && (await hasAnswered(database, workspace, { ...link, deviceHash }))
  const facts = { now: now(), open: link.open, taken: link.taken, answered, locked: !isRight }
  const state = pageState(page.page, facts)
  const base = {
    state,
    look: await lookOf(services, scene),
    zone: workspace.zone,
    calendar: publicCalendar(workspace.calendar),
  }
  if (state !== 'open') return base
  const ticket = newToken(random)
  await insertVisit(database, workspace, {
    ticketHash: hashToken(ticket),
    form: link.form,
    page: link.page,
    openedAt: now(),
    deviceHash,
  })
  return { ...base, ...(findingOf(scene) ?? { filling: fillingOf(scene, 'make') }), ticket }
}
