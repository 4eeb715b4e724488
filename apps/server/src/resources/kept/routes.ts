import {
  announceDrafts,
  checkCatalogue,
  clearKept,
  listCleared,
  listKept,
  restoreKept,
  type Kept,
} from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { refuse, refuseField } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import { draftAnswer } from '../draft/answers.ts'
import { draftOrRefuse } from '../draft/draft-refusal.ts'
import { refuseUnlessBuilder } from '../draft/policy.ts'
import { keptJobs } from './kept-jobs.ts'

const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

/** Whether somebody typed the name of what is to be cleared. */
const isNamed = ({ form, field, path }: Kept, typed: string): boolean => {
  const { en, zh } = field ?? form
  return [en, zh, path].some((one) => one !== undefined && folded(one) === folded(typed))
}

/** What removed forms and fields left behind: builders see and restore it, administrators clear it. */
export function registerKept(app: FastifyInstance, services: Services): void {
  const { database } = services
  keptJobs(app, services)

  const answer = async ({ workspace }: MemberScene) => ({
    kept: (await listKept(database, workspace)).map((one) => ({ ...one })),
    cleared: (await listCleared(database, workspace)).map((one) => ({ ...one })),
  })

  register(app, 'listKept', async ({ member }) => {
    const scene = member()
    refuseUnlessBuilder(scene)
    return answer(scene)
  })

  register(app, 'checkTables', async ({ member }) => {
    const scene = member()
    refuseUnlessBuilder(scene)
    const differences = await checkCatalogue(database, scene.workspace)
    return { differences: differences.map((one) => ({ ...one })) }
  })

  register(app, 'restoreKept', async ({ body, member, locale }) => {
    const scene = member()
    refuseUnlessBuilder(scene)
    const turn = { ...body, member: scene.actor.memberId, now: scene.now }
    const draft = draftOrRefuse(await restoreKept(database, scene.workspace, turn), locale)
    await announceDrafts(database, scene.workspace)
    return draftAnswer(draft)
  })

  register(app, 'clearKept', async ({ body, member }) => {
    const scene = member()
    refuseUnlessBuilder(scene)
    if (!scene.rights.admin) refuse('not-allowed')
    const { path, revision, confirm } = body
    const known = await listKept(database, scene.workspace)
    const item = known.find((one) => one.path === path && one.revision === revision)
    if (item === undefined) refuse('not-found')
    if (!isNamed(item, confirm)) refuseField('/confirm', 'not-the-name')
    const done = { now: scene.now, by: scene.actor.memberId }
    const result = await clearKept(database, scene.workspace, { path, revision }, done)
    if (!result.ok) refuse(result.problem)
    return answer(scene)
  })
}
