import { changeRates, countOutdated, listRates, openRateWork } from '@pipewright/db'
import { localize } from '@pipewright/metadata'
import type { FastifyInstance } from 'fastify'
import { refuse } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import { refuseUnlessManager } from '../members/check-entries.ts'
import { rateProblems } from './rate-problems.ts'
import { rateJobs } from './rate-jobs.ts'

/** Exchange rates: for those who manage the workspace. */
export function registerExchangeRates(app: FastifyInstance, services: Services): void {
  const { database } = services
  const jobs = rateJobs(app, services)

  async function answer(scene: MemberScene) {
    const { workspace } = scene
    let outdated = 0
    for (const work of await openRateWork(database, workspace))
      outdated += await countOutdated(database, scene, work)
    return { rates: (await listRates(database, workspace)).map((rate) => ({ ...rate })), outdated }
  }

  register(app, 'listExchangeRates', async ({ member }) => {
    const scene = member()
    refuseUnlessManager(scene)
    return answer(scene)
  })

  register(app, 'changeExchangeRates', async ({ body, member, locale }) => {
    const scene = member()
    refuseUnlessManager(scene)
    const errors = rateProblems(body)
    if (errors.length > 0) refuse('invalid', { errors })
    await database.transaction(async (tx) => {
      const changed = await changeRates(tx, scene, body)
      if (changed.ok) return
      const labels = changed.forms.map((key) => localize(scene.app.form(key)?.form.label, locale))
      refuse('rate-needed', { params: { currency: changed.currency, forms: labels.join(', ') } })
    })
    jobs.start(scene.workspace)
    return answer(scene)
  })
}
