import type { Look } from '@pipewright/contract'
import {
  followRecord,
  followSettings,
  lookAt,
  setFollowSettings,
  unseenRecords,
  writeTransaction,
} from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import { orRefuse } from '../records/refuse-record.ts'

/** Who follows which records, and what he has seen of them. */
export function registerLooks(app: FastifyInstance, { database }: Services): void {
  register(app, 'lookAtRecord', async ({ params, member }) => {
    const scene = member()
    const site = { form: params.form, record: params.id }
    const { since, follows, changes, comments, titles } = orRefuse(
      await writeTransaction(database, (tx) => lookAt(tx, scene, site)),
    )
    return { since, follows, changes: changes as unknown as Look['changes'], comments, titles: { ...titles } }
  })

  register(app, 'followRecord', async ({ params, body, member }) => {
    const scene = member()
    const site = { form: params.form, record: params.id }
    const { follows } = orRefuse(
      await writeTransaction(database, (tx) => followRecord(tx, scene, site, body.follows)),
    )
    return { follows }
  })

  register(app, 'listUnseen', async ({ params, member }) => ({
    ids: await unseenRecords(database, member(), params.form),
  }))

  register(app, 'getFollowSettings', async ({ member }) => {
    const scene = member()
    return { ...(await followSettings(database, scene, scene.actor.memberId)) }
  })

  register(app, 'setFollowSettings', async ({ body, member }) => {
    await setFollowSettings(database, member(), body)
    return body
  })
}
