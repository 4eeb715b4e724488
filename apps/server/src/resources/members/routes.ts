import { findMember, listDepartments, listMemberEvents, listMembers } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { refuse } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import { refuseUnlessProven } from '../../auth/proven.ts'
import { beginSession } from '../session/begin-session.ts'
import { widensPower } from './policy.ts'
import { changeMember } from './change-member.ts'
import { refuseUnlessManager } from './check-entries.ts'
import { inviteMember } from './invite-member.ts'
import { memberAnswer } from './member-answer.ts'
import { originOf } from './origin-of.ts'

const mostEvents = 200

/** Members of a workspace: for those who manage them. */
export function registerMembers(app: FastifyInstance, services: Services): void {
  const { database, publicUrl } = services

  register(app, 'listMembers', async ({ member }) => {
    const scene = member()
    refuseUnlessManager(scene)
    const [members, departments] = await Promise.all([
      listMembers(database, scene.workspace),
      listDepartments(database, scene.workspace),
    ])
    const roles = scene.app.definition.roles.map(({ key, label }) => ({ key, label }))
    return { members: members.map(memberAnswer), departments, roles }
  })

  register(app, 'listMemberEvents', async ({ params, member }) => {
    const scene = member()
    refuseUnlessManager(scene)
    if ((await findMember(database, scene.workspace, params.id)) === undefined) return refuse('not-found')
    const events = await listMemberEvents(database, scene.workspace, params.id, mostEvents + 1)
    return { events: events.slice(0, mostEvents), more: events.length > mostEvents }
  })

  register(app, 'inviteMember', async ({ body, member, account, request }) => {
    const scene = member()
    refuseUnlessManager(scene)
    if (widensPower(scene, [], body.roles)) refuseUnlessProven(account(), scene.now)
    const invited = await inviteMember(services, scene, body)
    return { member: invited.member, link: `${publicUrl ?? originOf(request)}/invitations/${invited.token}` }
  })

  register(app, 'updateMember', async ({ params, body, account, member, reply }) => {
    const scene = member()
    refuseUnlessManager(scene)
    const by = account()
    const changed = await changeMember(services, scene, { id: params.id, entries: body, by })
    // Whoever changes her own roles goes on under a new session (AN-03).
    const { accountId, provenAt } = by
    if (changed.ended === accountId)
      await beginSession(services, { account: accountId, previous: null, reply, provenAt })
    return memberAnswer(changed.member)
  })
}
