import type { Builder } from '@pipewright/contract'
import { announceBuilder, draftStanding, getDraft } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { hearBuilders, type BuilderPlace } from '../../live/builders.ts'
import { register } from '../../routing/register.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import { refuseUnlessBuilder } from '../draft/policy.ts'

/** Of somebody with several windows, the one that spoke last. */
const oncePerMember = (places: readonly BuilderPlace[]): readonly BuilderPlace[] => [
  ...new Map(places.map((place) => [place.member, place])).values(),
]

/** Who designs at the same time, where, and what is in their drafts. */
export function registerBuilders(app: FastifyInstance, { database, announcements, clock }: Services): void {
  const builders = hearBuilders(announcements, clock)

  const shown = async (
    { workspace }: MemberScene,
    { member, form, field }: BuilderPlace,
  ): Promise<Builder> => {
    const { changes } = await getDraft(database, workspace, member)
    return { member, form, field, changes: changes.map((sentence) => ({ ...sentence })) }
  }

  register(app, 'meetBuilders', async ({ body, member }) => {
    const scene = member()
    refuseUnlessBuilder(scene)
    const { workspace, actor } = scene
    const { leaving = false, ...at } = body
    const known = builders.of(workspace.schema).find(({ window }) => window === body.window)
    const isNews = known?.form !== body.form || known.field !== body.field
    const as = leaving ? 'leaving' : isNews ? 'news' : 'again'
    const what = builders.said({ ...at, member: actor.memberId }, as)
    announcements.tell({ subject: workspace.schema, what })
    await announceBuilder(database, workspace, what)
    const others = builders.of(workspace.schema).filter((one) => one.member !== actor.memberId)
    return {
      ...(await draftStanding(database, workspace, actor.memberId)),
      builders: await Promise.all(oncePerMember(others).map((one) => shown(scene, one))),
    }
  })
}
