import type { HandOver as Asked } from '@pipewright/contract'
import {
  belongingsOf,
  findBulkJob,
  findMember,
  findMemberActor,
  previewHandOver,
  startHandOver,
  type HandOver,
} from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { refuse, refuseField } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import { standingOf } from '../../scene/standing.ts'
import type { Services } from '../../services.ts'
import { jobAnswer } from '../bulk/bulk-answer.ts'
import { workFew } from '../bulk/bulk-jobs.ts'
import { refuseUnlessManager } from '../members/check-entries.ts'
import { orRefuse } from '../records/refuse-record.ts'

const receiversOf = ({ rules, tasks, own }: Asked): string[] => [
  ...new Set([
    ...rules.flatMap(({ to }) => to),
    ...(tasks === null ? [] : [tasks]),
    ...(own === undefined ? [] : [own.to]),
  ]),
]

/**
 * What is asked for, once it may be: receivers are active members, and nobody but an administrator takes over himself,
 * since managing members is no right to what they have.
 */
async function handOverFrom(
  { database }: Services,
  scene: MemberScene,
  from: string,
  asked: Asked,
): Promise<HandOver> {
  refuseUnlessManager(scene)
  const { workspace, actor, rights } = scene
  if ((await findMember(database, workspace, from)) === undefined) refuse('not-found')
  for (const id of receiversOf(asked)) {
    if (id === from || (id === actor.memberId && !rights.admin)) refuse('not-allowed')
    const member = await findMember(database, workspace, id)
    if (member?.active !== true) refuseField('/rules', 'no-such-member')
  }
  return { ...asked, from } as HandOver
}

type Blind = { form: string; member: string }[]

/** Receivers who may not read records of the forms they get. */
async function blindAmong(
  { database }: Services,
  { workspace, app, actor, now }: MemberScene,
  shares: readonly { readonly form: string | null; readonly to: string }[],
): Promise<Blind> {
  const blind: Blind = []
  for (const [to, own] of Map.groupBy(shares, (share) => share.to)) {
    const row = await findMemberActor(database, workspace, to, now)
    const forms = row === undefined ? {} : standingOf(app, row, actor).rights.forms
    for (const { form } of own)
      if (form !== null && forms[form]?.read !== true) blind.push({ form, member: to })
  }
  return blind
}

/** What somebody has goes to others; by whoever manages members. */
export function registerHandOver(app: FastifyInstance, services: Services): void {
  const { database } = services

  register(app, 'getBelongings', async ({ params, member }) => {
    const scene = member()
    refuseUnlessManager(scene)
    if ((await findMember(database, scene.workspace, params.id)) === undefined) refuse('not-found')
    const { forms, tasks, own } = await belongingsOf(database, scene, params.id)
    return { tasks, own, forms: forms.map((one) => ({ ...one, fields: [...one.fields] })) }
  })

  register(app, 'previewHandOver', async ({ params, body, member }) => {
    const scene = member()
    const asked = await handOverFrom(services, scene, params.id, body)
    const { shares } = orRefuse(await previewHandOver(database, scene, asked))
    const { forms } = await belongingsOf(database, scene, params.id)
    const kept = forms.flatMap(({ form, owned }) => {
      const given = shares.reduce((sum, share) => (share.form === form ? sum + share.count : sum), 0)
      return owned > given ? [{ form, count: owned - given }] : []
    })
    return {
      shares: shares.map((share) => ({ ...share })),
      kept,
      blind: await blindAmong(services, scene, shares),
    }
  })

  register(app, 'handOver', async ({ params, body, member }) => {
    const scene = member()
    const asked = await handOverFrom(services, scene, params.id, body)
    const { id } = orRefuse(await startHandOver(database, scene, asked))
    const find = () => findBulkJob(database, scene.workspace, { id, member: scene.actor.memberId })
    const begun = (await find()) ?? refuse('not-found')
    await workFew(app, services, scene, id, begun.total)
    return jobAnswer((await find()) ?? begun)
  })
}
