import type { ViewSharing } from '@pipewright/contract'
import { findSavedView, insertSavedView, setViewDeleted, updateSavedView } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { refuse, refuseField } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import { tidy } from '../session/check-person.ts'
import { refuseBadSettings, refuseBadSharing } from './check-settings.ts'
import { managesView, refuseUnreadable } from './policy.ts'
import { viewAnswer } from './view-answer.ts'
import { seenView, tellOf } from './view-work.ts'

/** So many views of one form a member may have; more would be no help to anybody. */
const mostViews = 200

function nameOrRefuse(name: string): string {
  const tidied = tidy(name)
  if (tidied === '' || !tidied.isWellFormed()) refuseField('/name', 'required')
  return tidied
}

const sharingOf = (given: ViewSharing) => ({
  sharing: given.with,
  roles: given.with === 'some' ? given.roles : [],
  departments: given.with === 'some' ? given.departments : [],
})

/** Members save views, change, delete and restore them. */
export function registerViewChanges(app: FastifyInstance, services: Services): void {
  const { database } = services

  register(app, 'createView', async ({ params, body, member }) => {
    const scene = member()
    refuseUnreadable(scene, params.form)
    const { settings, sharing = { with: 'nobody', roles: [], departments: [] }, locked = false } = body
    const name = nameOrRefuse(body.name)
    refuseBadSettings(scene, params.form, settings)
    await refuseBadSharing(database, scene, sharing)
    const owner = scene.actor.memberId
    const shared = sharingOf(sharing)
    const row = { id: scene.newId(), owner, form: params.form, name, settings, ...shared, locked }
    const limits = { now: scene.now, most: mostViews }
    if (!(await insertSavedView(database, scene.workspace, row, limits)))
      refuse('too-many-views', { params: { max: mostViews } })
    const made = { ...row, version: 1 }
    await tellOf(services, scene, made)
    return viewAnswer(scene, made, true) ?? refuse('not-found')
  })

  register(app, 'updateView', async ({ params, body, member }) => {
    const scene = member()
    const { row, shown } = await seenView(services, scene, params.id)
    const { version, name, settings, sharing, locked } = body
    const manages = name !== undefined || sharing !== undefined || locked !== undefined
    if ((manages && !shown.may.manage) || (settings !== undefined && !shown.may.change)) refuse('not-allowed')
    if (settings !== undefined) refuseBadSettings(scene, row.form, settings)
    if (sharing !== undefined) await refuseBadSharing(database, scene, sharing)
    const changed = await updateSavedView(database, scene.workspace, {
      ...row,
      version,
      ...(name === undefined ? {} : { name: nameOrRefuse(name) }),
      ...(settings === undefined ? {} : { settings }),
      ...(sharing === undefined ? {} : sharingOf(sharing)),
      ...(locked === undefined ? {} : { locked }),
    })
    if (changed === undefined) refuse('view-changed')
    await tellOf(services, scene, row, changed)
    return viewAnswer(scene, changed, true) ?? refuse('not-found')
  })

  register(app, 'deleteView', async ({ params, member }) => {
    const scene = member()
    const { row, shown } = await seenView(services, scene, params.id)
    if (!shown.may.manage) refuse('not-allowed')
    await setViewDeleted(database, scene.workspace, row.id, scene.now)
    await tellOf(services, scene, row)
  })

  register(app, 'restoreView', async ({ params, member }) => {
    const scene = member()
    const row = (await findSavedView(database, scene.workspace, params.id, true)) ?? refuse('not-found')
    if (!managesView(scene, row)) refuse('not-found')
    await setViewDeleted(database, scene.workspace, row.id, null)
    await tellOf(services, scene, row)
    return viewAnswer(scene, row, true) ?? refuse('not-found')
  })
}
