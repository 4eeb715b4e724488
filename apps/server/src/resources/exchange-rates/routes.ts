import { maskDefinition } from '@pipewright/compiler'
import { changeRates, countOutdated, listRates, openRateWork, rateOn, type RateWork } from '@pipewright/db'
import { parseDate } from '@pipewright/logic'
import { currenciesOf, localize } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import type { FastifyInstance } from 'fastify'
import { refuse } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import { refuseUnlessManager } from '../members/check-entries.ts'
import { rateProblems } from './rate-problems.ts'
import { rateJobs } from './rate-jobs.ts'

/** Whoever sees amounts in a currency reads on each what it is worth by which rate, so may know it before it is saved. */
function meetsAmounts({ app, rights }: MemberScene, currency: string, home: string): boolean {
  const meets = (fields: readonly Field[]): boolean =>
    fields.some((field) =>
      field.type === 'lineItems'
        ? meets(field.fields)
        : field.type === 'foreignMoney' && field.home === home && currenciesOf(field).includes(currency),
    )
  return maskDefinition(app.definition, rights).forms.some(({ fields }) => meets(fields))
}

/** Of changes of the same rate that are under way together the one from the earliest day: it concerns all that the others do. */
function widest(works: readonly RateWork[]): RateWork[] {
  const found = new Map<string, RateWork>()
  for (const work of works) {
    const pair = `${work.currency} ${work.home}`
    const other = found.get(pair)
    if (other === undefined || work.from < other.from) found.set(pair, work)
  }
  return [...found.values()]
}

/** Exchange rates: for those who manage the workspace. */
export function registerExchangeRates(app: FastifyInstance, services: Services): void {
  const { database } = services
  const jobs = rateJobs(app, services)

  async function answer(scene: MemberScene) {
    const { workspace } = scene
    let outdated = 0
    for (const work of widest(await openRateWork(database, workspace)))
      outdated += await countOutdated(database, scene, work)
    return { rates: (await listRates(database, workspace)).map((rate) => ({ ...rate })), outdated }
  }

  register(app, 'listExchangeRates', async ({ member }) => {
    const scene = member()
    refuseUnlessManager(scene)
    return answer(scene)
  })

  register(app, 'getExchangeRate', async ({ params: { currency, home, day }, member }) => {
    const scene = member()
    if (parseDate(day) === null || !meetsAmounts(scene, currency, home)) refuse('not-found')
    return { rate: await rateOn(database, scene.workspace, { currency, home, day }) }
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
