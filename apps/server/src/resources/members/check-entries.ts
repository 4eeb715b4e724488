import { findMember, listDepartments, type Connection } from '@pipewright/db'
import { refuse, refuseField, type FieldRefusal } from '../../problems/refusal.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import { mayManageMembers } from './policy.ts'

export interface PlaceEntries {
  readonly roles?: readonly string[] | undefined
  readonly department?: string | null | undefined
}

/** The caller may manage members, or the request ends here. */
export function refuseUnlessManager(scene: MemberScene): void {
  if (!mayManageMembers(scene)) refuse('not-allowed')
}

/** Refuses roles and departments that do not exist. */
export async function refuseBadPlace(
  connection: Connection,
  scene: MemberScene,
  entries: PlaceEntries,
): Promise<void> {
  const known = new Set(scene.app.definition.roles.map(({ key }) => key))
  const errors: FieldRefusal[] = (entries.roles ?? []).flatMap((role, index) =>
    known.has(role) ? [] : [{ pointer: `/roles/${index}`, code: 'not-an-option' as const }],
  )
  if (typeof entries.department === 'string') {
    const departments = await listDepartments(connection, scene.workspace)
    if (!departments.some(({ id }) => id === entries.department))
      errors.push({ pointer: '/department', code: 'not-an-option' })
  }
  if (errors.length > 0) refuse('invalid', { errors })
}

/** Refuses a manager who is no active member. */
export async function refuseBadManager(
  connection: Connection,
  { workspace }: MemberScene,
  manager: string | null,
): Promise<void> {
  if (manager === null) return
  const member = await findMember(connection, workspace, manager)
  if (member === undefined || !member.active) refuseField('/manager', 'no-such-member')
}
