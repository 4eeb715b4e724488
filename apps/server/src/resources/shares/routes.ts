import { endShare, listShares, shareRecord, writeTransaction } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { register } from '../../routing/register.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import { orRefuse } from '../records/refuse-record.ts'

/** Single records opened to members and departments. */
export function registerShares(app: FastifyInstance, { database, announcements }: Services): void {
  /** Rights that are remembered here are others from now on; other processes hear of it from the database. */
  const forget = ({ workspace }: MemberScene) =>
    announcements.tell({ subject: workspace.schema, what: 'members' })

  register(app, 'listShares', async ({ params, member }) => {
    const { mayShare, shares } = orRefuse(await listShares(database, member(), params.form, params.id))
    return { mayShare, shares: shares.map((share) => ({ ...share })) }
  })

  register(app, 'shareRecord', async ({ params, body, member }) => {
    const scene = member()
    const site = { form: params.form, record: params.id }
    const { share } = orRefuse(await writeTransaction(database, (tx) => shareRecord(tx, scene, site, body)))
    forget(scene)
    return { ...share }
  })

  register(app, 'endShare', async ({ params, member }) => {
    const scene = member()
    const site = { form: params.form, record: params.id }
    orRefuse(await writeTransaction(database, (tx) => endShare(tx, scene, site, params.share)))
    forget(scene)
  })
}
