import type { PublicLink as LinkAnswer } from '@pipewright/contract'
import {
  changePublicLink,
  findMemberActor,
  listPublicLinks,
  putPublicLink,
  type PublicLink,
} from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { hashPassword } from '../../auth/passwords.ts'
import { newLink, shownToken } from '../../auth/link-token.ts'
import { refuse, refuseField } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import { refuseUnlessBuilder } from '../draft/policy.ts'
import { pageIn } from './public-scene.ts'

type Names = Pick<PublicLink, 'form' | 'page'>

const pathOf = (workspace: string, token: string | undefined) =>
  token === undefined ? {} : { path: `/p/${workspace}/${token}` }

const linkAnswer = ({ secret }: Services, { workspace }: MemberScene, link: PublicLink): LinkAnswer => ({
  form: link.form,
  page: link.page,
  ...pathOf(workspace.key, shownToken(secret, link)),
  owner: link.owner,
  hasPassword: link.passwordHash !== null,
  open: link.open,
  taken: link.taken,
})

async function linkOf(services: Services, scene: MemberScene, { form, page }: Names): Promise<LinkAnswer> {
  const links = await listPublicLinks(services.database, scene.workspace)
  const link = links.find((one) => one.form === form && one.page === page)
  return linkAnswer(services, scene, link ?? refuse('not-found'))
}

/** Links of public forms: for those who build. */
export function registerPublicLinks(app: FastifyInstance, services: Services): void {
  const { database, random, secret } = services

  register(app, 'listPublicLinks', async ({ member }) => {
    const scene = member()
    refuseUnlessBuilder(scene)
    const links = await listPublicLinks(database, scene.workspace)
    return { links: links.map((link) => linkAnswer(services, scene, link)) }
  })

  register(app, 'putPublicLink', async ({ params, member }) => {
    const scene = member()
    refuseUnlessBuilder(scene)
    const { form, page } = params
    await pageIn(services, scene.workspace, form, page)
    const owner = scene.actor.memberId
    await putPublicLink(database, scene.workspace, {
      form,
      page,
      owner,
      ...newLink(secret, random),
      by: owner,
      now: scene.now,
    })
    return linkOf(services, scene, params)
  })

  register(app, 'changePublicLink', async ({ params, body, member }) => {
    const scene = member()
    refuseUnlessBuilder(scene)
    const { owner, password, open } = body
    if (
      owner !== undefined &&
      (await findMemberActor(database, scene.workspace, owner, scene.now)) === undefined
    )
      refuseField('/owner', 'no-such-member')
    const passwordHash = password === undefined || password === null ? password : await hashPassword(password)
    const change = {
      ...(owner === undefined ? {} : { owner }),
      ...(open === undefined ? {} : { open }),
      ...(passwordHash === undefined ? {} : { passwordHash }),
    }
    if (!(await changePublicLink(database, scene.workspace, params, change))) refuse('not-found')
    return linkOf(services, scene, params)
  })
}
