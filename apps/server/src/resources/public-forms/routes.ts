import { hasAnswered, findVisit, insertVisit, insertVisitFile } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { checkPassword } from '../../auth/passwords.ts'
import { hashToken, newToken } from '../../auth/session-token.ts'
import { refuse } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import { storeUpload } from '../files/store-upload.ts'
import { letEmbed } from './embed-headers.ts'
import { changeOwnAnswer, readOwnAnswer } from './own-answer.ts'
import { fillingOf, lookOf } from './page-answer.ts'
import { pageState } from './page-state.ts'
import { openWorkspace, pageByToken } from './public-scene.ts'
import { sendAnswer } from './send-answer.ts'

const dayMs = 24 * 3_600_000
const bodyLimit = 8 * 1024 * 1024

/** Pages that strangers fill in. Whoever has the link sees the listed fields and can send an answer, nothing else. */
export function registerPublicForms(app: FastifyInstance, services: Services): void {
  letEmbed(app, services)
  const { database, clock, random, now, limits } = services

  register(app, 'openPublicForm', async ({ params, body, request }) => {
    const workspace = await openWorkspace(services, request, params.workspace)
    const scene = await pageByToken(services, workspace, params.token)
    const { page, link } = scene
    const deviceHash = hashToken(body.device)
    const given = body.password
    const isRight =
      link.passwordHash === null || (given !== undefined && (await checkPassword(link.passwordHash, given)))
    if (given !== undefined && !isRight) return refuse('wrong-form-password')
    const answered =
      page.page.oncePerDevice === true && (await hasAnswered(database, workspace, { ...link, deviceHash }))
    const facts = { now: now(), open: link.open, taken: link.taken, answered, locked: !isRight }
    const state = pageState(page.page, facts)
    const base = { state, look: lookOf(page), zone: workspace.zone }
    if (state !== 'open') return base
    const ticket = newToken(random)
    await insertVisit(database, workspace, {
      ticketHash: hashToken(ticket),
      form: link.form,
      page: link.page,
      openedAt: now(),
      deviceHash,
    })
    return { ...base, filling: fillingOf(scene, 'make'), ticket }
  })

  register(
    app,
    'answerPublicForm',
    async ({ params, body, request }) => {
      const workspace = await openWorkspace(services, request, params.workspace)
      const scene = await pageByToken(services, workspace, params.token)
      return sendAnswer(services, { ...scene, body, locale: body.locale })
    },
    { bodyLimit },
  )

  register(
    app,
    'uploadPublicFile',
    async ({ params, request, locale }) => {
      const workspace = await openWorkspace(services, request, params.workspace)
      const { link } = await pageByToken(services, workspace, params.token)
      const ticketHash = hashToken(params.ticket)
      const since = new Date(clock() - dayMs).toISOString()
      const visit = await findVisit(database, workspace, { ticketHash, since })
      if (
        visit === undefined ||
        visit.usedAt !== null ||
        visit.form !== link.form ||
        visit.page !== link.page
      )
        return refuse('public-expired')
      return storeUpload(services, request, locale, {
        workspace,
        uploadedBy: link.owner,
        also: (tx, id) => insertVisitFile(tx, workspace, { id, ticketHash }),
      })
    },
    { bodyLimit: limits.fileBytes },
  )

  register(app, 'getPublicAnswer', async ({ params, request, locale }) => {
    const workspace = await openWorkspace(services, request, params.workspace)
    return readOwnAnswer(services, workspace, params.answer, locale)
  })

  register(
    app,
    'changePublicAnswer',
    async ({ params, body, request, locale }) => {
      const workspace = await openWorkspace(services, request, params.workspace)
      return changeOwnAnswer(services, workspace, params.answer, { ...body, locale })
    },
    { bodyLimit },
  )
}
