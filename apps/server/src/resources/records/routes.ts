import type { FastifyInstance } from 'fastify'
import { refuse } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import { bulkRecords } from './bulk-records.ts'
import { registerMap } from './map-route.ts'
import { registerRecordReads } from './read-routes.ts'
import { registerRecordWrites } from './write-routes.ts'

/** Records of every form. */
export function registerRecords(app: FastifyInstance, services: Services): void {
  registerRecordReads(app, services)
  registerMap(app, services)
  registerRecordWrites(app, services)

  register(app, 'bulkRecords', async ({ params, body, member, locale }) => {
    const scene = member()
    if (scene.rights.forms[params.form]?.read !== true) refuse('not-found')
    return bulkRecords(services, scene, { form: params.form, body, locale })
  })
}
