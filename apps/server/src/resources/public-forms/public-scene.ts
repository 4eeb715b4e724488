import {
  compilePublicPage,
  findRights,
  publicRights,
  type Actor,
  type AnswerRight,
  type CompiledApp,
  type PublicPage,
} from '@pipewright/compiler'
import type { Locale } from '@pipewright/contract'
import {
  countPublicCall,
  findMemberActor,
  findPublicLink,
  findWorkspace,
  type PublicLink,
  type Scene,
  type Workspace,
} from '@pipewright/db'
import type { FastifyRequest } from 'fastify'
import { networkOf } from '../../auth/network-of.ts'
import { hashToken } from '../../auth/session-token.ts'
import { refuse } from '../../problems/refusal.ts'
import type { Services } from '../../services.ts'

/** A page in its workspace, before anybody fills it in. */
export interface PublicScene {
  readonly workspace: Workspace
  readonly page: PublicPage
}

const pages = new WeakMap<CompiledApp, Map<string, PublicPage | undefined>>()

function pageOf(app: CompiledApp, form: string, key: string): PublicPage | undefined {
  const known = pages.get(app) ?? new Map<string, PublicPage | undefined>()
  pages.set(app, known)
  const name = `${form} ${key}`
  if (!known.has(name)) known.set(name, compilePublicPage(app, form, key))
  return known.get(name)
}

/** A published page by its names; the same refusal for everything that is not there. */
export async function pageIn(
  { scenes }: Services,
  workspace: Workspace,
  form: string,
  key: string,
): Promise<PublicScene> {
  const page = pageOf(await scenes.currentApp(workspace), form, key) ?? refuse('not-found')
  return { workspace, page }
}

/** Pictures and files that a page shows are counted on their own: a page of many takes nobody's turn to answer. */
export type PublicCall = 'form' | 'picture'

/**
 * The workspace of a public address. Calls are counted per network and minute, over all processes (OP-14). The request
 * notes by which revision it is done, so that it is done once more when another one comes into force meanwhile (SC-07).
 */
export async function openWorkspace(
  services: Services,
  request: FastifyRequest,
  key: string,
  call: PublicCall = 'form',
): Promise<Workspace> {
  const { database, limits } = services
  const workspace = (await findWorkspace(database, key)) ?? refuse('not-found')
  const most = call === 'picture' ? limits.publicPicturesPerMinute : limits.publicCallsPerMinute
  await countOrRefuse(services, workspace, request, { name: call, most })
  const { revision } = await services.scenes.currentApp(workspace)
  request.stranger = { workspace, revision }
  return workspace
}

/** The page that a link leads to. */
export async function pageByToken(
  services: Services,
  workspace: Workspace,
  token: string,
): Promise<PublicScene & { readonly link: PublicLink }> {
  const link = (await findPublicLink(services.database, workspace, hashToken(token))) ?? refuse('not-found')
  return { ...(await pageIn(services, workspace, link.form, link.page)), link }
}

/** Whose name a page reads and writes in: that of its owner, without the rights of any role. */
async function pageActor(
  { database, now }: Services,
  workspace: Workspace,
  { owner, locale }: { readonly owner: string; readonly locale: Locale },
): Promise<Actor> {
  const row = await findMemberActor(database, workspace, owner, now())
  return {
    memberId: owner,
    departmentId: row?.departmentId ?? null,
    departmentTree: row?.departmentTree ?? [],
    team: row?.team ?? [],
    roles: [],
    admin: false,
    zone: workspace.zone,
    calendar: workspace.calendar,
    locale,
  }
}

/** What records are found with: the listed fields of those that the page may find. */
export async function findScene(
  services: Services,
  { workspace, page }: PublicScene,
  reader: { readonly owner: string; readonly locale: Locale },
): Promise<Scene> {
  const { newId, now } = services
  const actor = await pageActor(services, workspace, reader)
  return { workspace, app: page.app, rights: findRights(page), actor, now: now(), newId }
}

/** Counts what a network does in its minute, over all processes, and stops it above the limit (OP-14). */
export async function countOrRefuse(
  { database, clock, now }: Services,
  workspace: Workspace,
  { ip, isRedone }: FastifyRequest,
  { name, most }: { readonly name: string; readonly most: number },
): Promise<void> {
  if (isRedone) return
  const minute = `${now().slice(0, 16)}:00.000Z`
  const networkHash = hashToken(`${name} ${networkOf(ip)}`)
  const calls = await countPublicCall(database, workspace, { networkHash, minute })
  if (calls <= most) return
  const seconds = 60 - new Date(clock()).getUTCSeconds()
  refuse('too-many-calls', { params: { seconds }, retryAfter: seconds })
}

/** What an answer is read and written with: in the name of the owner of answers, with rights to this record alone (AZ-13). */
export async function answerScene(
  services: Services,
  { workspace, page }: PublicScene,
  answer: {
    readonly right: AnswerRight
    readonly record: string
    readonly owner: string
    readonly locale: Locale
  },
): Promise<Scene> {
  const actor = await pageActor(services, workspace, answer)
  const { newId, now } = services
  const rights = publicRights(page, answer.right, answer.record)
  return { workspace, app: page.app, rights, actor, now: now(), newId }
}
