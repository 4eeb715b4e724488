import type { BodyOf, Routes } from '@pipewright/contract'
import {
  announceMembers,
  countMembersWith,
  deleteMembership,
  deleteSessionsOf,
  findMember,
  insertMembership,
  lockMembers,
  setMemberActive,
  setMemberRoles,
  updateMember,
  type Connection,
  type MemberRow,
} from '@pipewright/db'
import { refuseUnlessProven } from '../../auth/proven.ts'
import type { SignedIn } from '../../auth/signed-in.ts'
import { refuse } from '../../problems/refusal.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import { refuseBadPlace } from './check-entries.ts'
import { adminRoles, mayChangeRoles, widensPower } from './policy.ts'

type Entries = BodyOf<Routes['updateMember']>

export interface MemberChange {
  readonly id: string
  readonly entries: Entries
  readonly by: SignedIn
}

export interface ChangedMember {
  readonly member: MemberRow
  /** The account whose sessions ended, because what it may do changed (AN-04). */
  readonly ended: string | null
}

const sameRoles = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((role) => other.includes(role))

async function followMembership(
  tx: Connection,
  { workspace }: MemberScene,
  member: MemberRow,
): Promise<void> {
  const { account, id, active } = member
  if (account === null) return
  const membership = { account, workspace: workspace.key, member: id }
  await (active ? insertMembership(tx, membership) : deleteMembership(tx, membership))
}

async function changeInside(
  tx: Connection,
  scene: MemberScene,
  { id, by, entries }: MemberChange,
): Promise<ChangedMember> {
  const { workspace } = scene
  await lockMembers(tx, workspace)
  const before = (await findMember(tx, workspace, id)) ?? refuse('not-found')
  const roles = entries.roles ?? before.roles
  if (!mayChangeRoles(scene, before.roles, roles)) refuse('not-allowed')
  if (widensPower(scene, before.active ? before.roles : [], roles)) refuseUnlessProven(by, scene.now)
  const { department, active } = entries
  const giver = { member: scene.actor.memberId, at: scene.now }
  await updateMember(tx, workspace, id, { department })
  if (active !== undefined) await setMemberActive(tx, workspace, { id, active, by: giver })
  if (entries.roles !== undefined) await setMemberRoles(tx, workspace, { id, roles, by: giver })
  if ((await countMembersWith(tx, workspace, adminRoles(scene))) === 0) refuse('last-admin')
  const member = (await findMember(tx, workspace, id)) ?? refuse('not-found')
  await followMembership(tx, scene, member)
  const lostSessions = !sameRoles(before.roles, member.roles) || (before.active && !member.active)
  const ended = lostSessions ? member.account : null
  if (ended !== null) await deleteSessionsOf(tx, ended)
  await announceMembers(tx, workspace)
  return { member, ended }
}

/** Changes roles, department, or locks out; all or nothing, and never the last administrator. */
export async function changeMember(
  { database, announcements }: Services,
  scene: MemberScene,
  change: MemberChange,
): Promise<ChangedMember> {
  await refuseBadPlace(database, scene, change.entries)
  const changed = await database.transaction((tx) => changeInside(tx, scene, change))
  announcements.tell({ subject: scene.workspace.schema, what: 'members' })
  if (changed.ended !== null) announcements.tell({ subject: 'session', what: changed.ended })
  return changed
}
