import { readableForm, type FittedView } from '@pipewright/compiler'
import type { SavedViewRow } from '@pipewright/db'
import { refuse } from '../../problems/refusal.ts'
import type { MemberScene } from '../../scene/member-scene.ts'

export interface ViewRights {
  /** Saves other settings. Not where something was left out for him: it would be lost for the others. */
  readonly change: boolean
  /** Names, shares, locks and deletes it. */
  readonly manage: boolean
}

/** Whose view it is, or who looks after what others share, also with others alone. */
export const managesView = (
  { actor, rights }: MemberScene,
  { owner, sharing }: Pick<SavedViewRow, 'owner' | 'sharing'>,
): boolean => owner === actor.memberId || (rights.admin && sharing !== 'nobody')

/** What a member may do with a view that is shared with him, or his own. Administrators manage what others share. */
export function viewRights(
  scene: MemberScene,
  row: SavedViewRow,
  leftOut: FittedView['leftOut'],
): ViewRights {
  const isOwner = row.owner === scene.actor.memberId
  const isManager = managesView(scene, row)
  return { manage: isManager, change: isOwner || ((isManager || !row.locked) && leftOut.length === 0) }
}

/** A form that may not be read answers like one that does not exist. */
export function refuseUnreadable({ rights }: MemberScene, form: string): void {
  if (readableForm(rights, form) === undefined) refuse('not-found')
}
