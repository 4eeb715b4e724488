import { announcePresence, visibleAmong } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { refuse } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'

/** Who has a record open; whoever may not see it is neither shown there nor told. */
export function registerPresence(app: FastifyInstance, services: Services): void {
  const { database, announcements, presence } = services

  register(app, 'meetAtRecord', async ({ params: { form, id }, body, member }) => {
    const scene = member()
    const { workspace, actor } = scene
    const visible = await visibleAmong(database, scene, new Map([[form, new Set([id])]]))
    if (!visible.has(form)) refuse('not-found')
    const what = presence.said({ ...body, member: actor.memberId, record: id })
    announcements.tell({ subject: workspace.schema, what })
    await announcePresence(database, workspace, what)
    if (body.doing === 'leaving') return { others: [] }
    const others = presence.at(workspace.schema, id).filter((one) => one.member !== actor.memberId)
    return { others: others.map((one) => ({ ...one })) }
  })
}
