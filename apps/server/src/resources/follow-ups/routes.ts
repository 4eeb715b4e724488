import { logFollowUp } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import { writtenAnswer } from '../records/answers.ts'
import { writeOnce } from '../records/write-once.ts'

/** What was done about a record, written down in one step. */
export function registerFollowUps(app: FastifyInstance, services: Services): void {
  register(app, 'logFollowUp', async ({ params, body, member, request, locale }) => {
    const scene = member()
    const site = { form: params.form, record: params.id }
    const written = await writeOnce(services, { scene, request }, (tx) =>
      logFollowUp(tx, scene, site, body, scene.cause),
    )
    return writtenAnswer(written, locale)
  })
}
