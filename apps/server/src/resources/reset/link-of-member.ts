import { findMember, isAccountElsewhere } from '@pipewright/db'
import type { SignedIn } from '../../auth/signed-in.ts'
import { refuseUnlessOwnPassword } from '../../auth/own-password.ts'
import { refuse } from '../../problems/refusal.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import { newResetToken } from './reset-link.ts'

export interface AskedLink {
  readonly member: string
  /** Of the administrator, so that an unattended screen is not enough (AZ-14). */
  readonly password: string
  readonly by: SignedIn
  readonly address: string
}

/**
 * A link for a member, for an administrator to hand over. An account may be of several workspaces: an administrator of
 * one of them makes no link, because it would open the others too.
 */
export async function linkOfMember(
  services: Services,
  scene: MemberScene,
  asked: AskedLink,
): Promise<string> {
  const { database } = services
  const { workspace, actor } = scene
  if (!actor.admin) refuse('not-allowed')
  const member = (await findMember(database, workspace, asked.member)) ?? refuse('not-found')
  if (member.account === null || !member.active || member.account === asked.by.accountId)
    refuse('not-allowed')
  await refuseUnlessOwnPassword(services, { ...asked, pointer: '/password' })
  if (await isAccountElsewhere(database, member.account, workspace.key)) refuse('account-elsewhere')
  const { accountId: madeBy } = asked.by
  return newResetToken(services, { account: member.account, way: 'member', madeBy, workspace: workspace.key })
}
