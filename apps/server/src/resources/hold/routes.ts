import { countWaiting, dropDue, endHold, findHold } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { refuse } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import { systemScene } from '../../scene/system-scene.ts'
import type { Services } from '../../services.ts'

function refuseUnlessAdmin({ rights }: MemberScene): void {
  if (!rights.admin) refuse('not-allowed')
}

/** What waits in a workspace that was brought back from a backup, and how it goes on. */
export function registerHold(app: FastifyInstance, services: Services): void {
  const { database } = services

  async function answer({ workspace, now }: MemberScene) {
    const hold = await findHold(database, workspace)
    if (hold === undefined) return { hold: null }
    const scene = await systemScene(workspace, services)
    const past = await countWaiting(database, scene, hold.restoredAt)
    return { hold: { ...hold, past, all: await countWaiting(database, scene, now) } }
  }

  register(app, 'getHold', ({ member }) => {
    const scene = member()
    refuseUnlessAdmin(scene)
    return answer(scene)
  })

  register(app, 'endHold', async ({ body, member }) => {
    const scene = member()
    refuseUnlessAdmin(scene)
    const { workspace, actor, now } = scene
    const { restoredAt } = (await findHold(database, workspace)) ?? refuse('hold-over')
    if (restoredAt !== body.restoredAt) refuse('hold-over')
    const drop = body.past === 'drop'
    const system = { ...(await systemScene(workspace, services)), now: restoredAt }
    await database.transaction(async (tx) => {
      const release = { restoredAt, drop, member: actor.memberId, now }
      if (!(await endHold(tx, workspace, release))) refuse('hold-over')
      if (drop) await dropDue(tx, system)
    })
    return answer(scene)
  })
}
