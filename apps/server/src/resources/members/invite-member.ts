import type { BodyOf, Member, Routes } from '@pipewright/contract'
import {
  announceMembers,
  findMemberByEmail,
  insertInvitation,
  insertMembers,
  lockMembers,
  setMemberActive,
  setMemberRoles,
  updateMember,
  type Connection,
  type MemberRow,
} from '@pipewright/db'
import { hashToken, newToken } from '../../auth/session-token.ts'
import { refuse, refuseField } from '../../problems/refusal.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import { isEmail } from '../session/check-person.ts'
import { refuseBadPlace } from './check-entries.ts'
import { memberAnswer } from './member-answer.ts'
import { mayChangeRoles } from './policy.ts'

const linkLifeMs = 7 * 24 * 3600_000

type Entries = BodyOf<Routes['inviteMember']>

/** The member to invite: a new one, or one who has not signed up yet and gets a new link and place. */
async function placeMember(tx: Connection, scene: MemberScene, entries: Entries): Promise<MemberRow> {
  const { workspace, newId, now } = scene
  const email = entries.email.trim()
  const { department, roles } = entries
  const by = { member: scene.actor.memberId, at: now }
  const known = await findMemberByEmail(tx, workspace, email)
  if (known?.account != null) refuse('already-member')
  if (!mayChangeRoles(scene, known?.roles ?? [], roles)) refuse('not-allowed')
  if (known === undefined) {
    const member = {
      id: newId(),
      account: null,
      name: email.split('@')[0] ?? email,
      email,
      department,
      roles,
    }
    await insertMembers(tx, workspace, [{ ...member, createdAt: now }], by)
    return { ...member, active: true }
  }
  await setMemberRoles(tx, workspace, { id: known.id, roles, by })
  await setMemberActive(tx, workspace, { id: known.id, active: true, by })
  await updateMember(tx, workspace, known.id, { department })
  return { ...known, department, roles, active: true }
}

/** Invites somebody; the link is shown this once, only its hash is kept, and it is void after seven days. */
export async function inviteMember(
  { database, random, clock, announcements }: Services,
  scene: MemberScene,
  entries: Entries,
): Promise<{ readonly member: Member; readonly token: string }> {
  const { workspace, actor, newId, now } = scene
  if (!isEmail(entries.email.trim())) refuseField('/email', 'bad-email')
  await refuseBadPlace(database, scene, entries)
  const token = `${workspace.key}.${newToken(random)}`
  const member = await database.transaction(async (tx) => {
    await lockMembers(tx, workspace)
    const placed = await placeMember(tx, scene, entries)
    const expiresAt = new Date(clock() + linkLifeMs).toISOString()
    const link = { id: newId(), tokenHash: hashToken(token), member: placed.id, createdBy: actor.memberId }
    await insertInvitation(tx, workspace, { ...link, now, expiresAt })
    await announceMembers(tx, workspace)
    return placed
  })
  announcements.tell({ subject: workspace.schema, what: 'members' })
  return { member: memberAnswer(member), token }
}
