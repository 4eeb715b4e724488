import { changeArrangement, changeFold, findSavedView, readArrangement } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { refuse } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import { viewOfRole } from '../app/beginnings.ts'
import { registerViewChanges } from './change-routes.ts'
import { managesView, refuseUnreadable } from './policy.ts'
import { viewAnswer } from './view-answer.ts'
import { announceTo, isViewOf, viewsFor } from './view-work.ts'

/** Views that members save for themselves and share. */
export function registerViews(app: FastifyInstance, services: Services): void {
  const { database } = services
  registerViewChanges(app, services)

  register(app, 'listViews', async ({ params, member }) => {
    const scene = member()
    refuseUnreadable(scene, params.form)
    const { actor, workspace } = scene
    const [rows, { order, opens, folded }] = await Promise.all([
      viewsFor(services, scene, params.form),
      readArrangement(database, workspace, actor.memberId, params.form),
    ])
    const { roles } = scene.app.definition
    return {
      views: rows.flatMap((row) => viewAnswer(scene, row, true) ?? []),
      order: [...order],
      folded: Object.fromEntries(Object.entries(folded).map(([part, keys]) => [part, [...keys]])),
      opens: { own: opens, role: viewOfRole(scene, params.form) },
      roles: roles.map(({ key, label }) => ({ key, label: { ...label } })),
    }
  })

  register(app, 'getView', async ({ params, member }) => {
    const scene = member()
    const row = (await findSavedView(database, scene.workspace, params.id)) ?? refuse('not-found')
    refuseUnreadable(scene, row.form)
    const isOpen =
      managesView(scene, row) || (await viewsFor(services, scene, row.form)).some(({ id }) => id === row.id)
    return viewAnswer(scene, row, isOpen) ?? refuse('not-found')
  })

  register(app, 'foldInView', async ({ params, body, member }) => {
    const scene = member()
    const { form, view } = params
    refuseUnreadable(scene, form)
    if (!(await isViewOf(services, scene, form, view))) return refuse('not-found')
    const { lanes, value, folded } = body
    if (lanes !== undefined && scene.app.form(form)?.fields.has(lanes) !== true) return refuse('bad-request')
    const { memberId } = scene.actor
    const part = lanes === undefined ? view : `${view}.lanes.${lanes}`
    await changeFold(database, scene.workspace, { member: memberId, form, part, value, folded })
    await announceTo(services, scene, memberId)
    return undefined
  })

  register(app, 'arrangeViews', async ({ params, body, member }) => {
    const scene = member()
    refuseUnreadable(scene, params.form)
    const { memberId } = scene.actor
    await changeArrangement(database, scene.workspace, { member: memberId, form: params.form, ...body })
    await announceTo(services, scene, memberId)
  })
}
