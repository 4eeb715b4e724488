import type { SavedView } from '@pipewright/contract'
import { announceViews, findSavedView, listSavedViews, type SavedViewRow } from '@pipewright/db'
import { refuse } from '../../problems/refusal.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import { managesView } from './policy.ts'
import { viewAnswer } from './view-answer.ts'

export interface SeenView {
  readonly row: SavedViewRow
  readonly shown: SavedView
}

/** The views that somebody finds among his tabs. */
export const viewsFor = ({ database }: Services, scene: MemberScene, form: string) =>
  listSavedViews(database, scene.workspace, form, scene.actor)

const savedId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a key or an id names a view of a form, of the app or saved. */
export async function isViewOf(
  { database }: Services,
  { app, workspace }: MemberScene,
  form: string,
  view: string,
): Promise<boolean> {
  if (app.definition.views.some((one) => one.key === view && one.form === form)) return true
  return savedId.test(view) && (await findSavedView(database, workspace, view))?.form === form
}

/** A view that the caller finds among his tabs, or manages, as he sees it. */
export async function seenView(services: Services, scene: MemberScene, id: string): Promise<SeenView> {
  const found = (await findSavedView(services.database, scene.workspace, id)) ?? refuse('not-found')
  const isSeen =
    managesView(scene, found) || (await viewsFor(services, scene, found.form)).some((one) => one.id === id)
  if (!isSeen) refuse('not-found')
  return { row: found, shown: viewAnswer(scene, found, true) ?? refuse('not-found') }
}

/** Says that views changed: to one member, or to all who may see them. */
export async function announceTo(
  { database, announcements }: Services,
  { workspace }: MemberScene,
  member: string | null,
): Promise<void> {
  await announceViews(database, workspace, member)
  announcements.tell({ subject: workspace.schema, what: member === null ? 'views' : `views ${member}` })
}

/** Tabs of others follow; a view that nobody else sees, and never saw, concerns its owner alone. */
export function tellOf(
  services: Services,
  scene: MemberScene,
  before: SavedViewRow,
  after = before,
): Promise<void> {
  const isPrivate = before.sharing === 'nobody' && after.sharing === 'nobody'
  return announceTo(services, scene, isPrivate ? before.owner : null)
}
