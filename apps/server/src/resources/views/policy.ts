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

/** What a member may do with a view that is shared with him, or his own. Administrators manage what others share. */
export function viewRights(
  { actor, rights }: MemberScene,
  row: SavedViewRow,
  leftOut: FittedView['leftOut'],
): ViewRights {
  const isOwner = row.owner === actor.memberId
  const isManager = isOwner || (rights.admin && row.sharing !== 'nobody')
  return { manage: isManager, change: isOwner || ((isManager || !row.locked) && leftOut.length === 0) }
}

/** A form that may not be read answers like one that does not exist. */
export function refuseUnreadable({ rights }: MemberScene, form: string): void {
  if (readableForm(rights, form) === undefined) refuse('not-found')
}
