import type { BodyOf, Locale, PublicSent, Routes } from '@pipewright/contract'
import {
  createRecord,
  filesOfVisit,
  findVisit,
  insertAnswer,
  takePlace,
  spendVisit,
  writeTransaction,
  type Connection,
  type Outcome,
  type PublicLink,
  type PublicVisit,
  type Scene,
} from '@pipewright/db'
import { hashToken, newToken } from '../../auth/session-token.ts'
import { refuse } from '../../problems/refusal.ts'
import type { Services } from '../../services.ts'
import { orRefuse } from '../records/refuse-record.ts'
import { sentAnswer } from './page-answer.ts'
import { refuseForeignFiles } from './own-files.ts'
import { answerScene, type PublicScene } from './public-scene.ts'
import { pageState } from './page-state.ts'

type Body = BodyOf<Routes['answerPublicForm']>
type Sent = PublicScene & { readonly link: PublicLink; readonly body: Body; readonly locale: Locale }

const dayMs = 24 * 3_600_000

/** Values that the address of the page brings along; what does not fit the field is left out, not the answer refused. */
function fromAddress({ page }: PublicScene, address: Body['address']): Record<string, string> {
  const form = page.app.form(page.form)
  return Object.fromEntries(
    (page.page.fromAddress ?? []).flatMap(({ parameter, field }) => {
      const text = Object.hasOwn(address ?? {}, parameter) ? address?.[parameter]?.trim() : undefined
      const own = form?.fields.get(field)
      const most = own !== undefined && 'maxLength' in own ? (own.maxLength ?? Infinity) : Infinity
      return text === undefined || text === '' || text.length > most ? [] : [[field, text]]
    }),
  )
}

/** The open visit of a ticket, locked: a second answer with the same ticket waits here and then finds it used. */
async function openVisit(
  tx: Connection,
  services: Services,
  { workspace, link, body }: Sent,
): Promise<PublicVisit> {
  const { clock, limits } = services
  const since = new Date(clock() - dayMs).toISOString()
  const ticketHash = hashToken(body.ticket)
  const visit = await findVisit(tx, workspace, { ticketHash, since, lock: true })
  if (visit === undefined || visit.form !== link.form || visit.page !== link.page || visit.usedAt !== null)
    return refuse('public-expired')
  if (clock() - Date.parse(visit.openedAt) < limits.publicFillMs)
    return refuse('public-too-fast', { retryAfter: 2 })
  return visit
}

async function store(
  tx: Connection,
  services: Services,
  sent: Sent,
  scene: Scene,
  record: string,
  linkToken: string | undefined,
): Promise<Outcome<object>> {
  const { workspace, page, link, body } = sent
  const visit = await openVisit(tx, services, sent)
  refuseForeignFiles(page, body.values, await filesOfVisit(tx, workspace, visit.ticketHash))
  if (!(await takePlace(tx, workspace, link, page.page.quota))) refuse('public-not-open')
  const made = await insertAnswer(tx, workspace, {
    record,
    form: link.form,
    page: link.page,
    deviceHash: page.page.oncePerDevice === true ? visit.deviceHash : null,
    linkHash: linkToken === undefined ? null : hashToken(linkToken),
    now: scene.now,
  })
  if (!made) refuse('public-not-open')
  await spendVisit(tx, workspace, visit.ticketHash, scene.now)
  const values = { ...body.values, ...fromAddress(sent, body.address) }
  return createRecord(tx, scene, page.form, { values, id: record }, { type: 'publicForm', id: link.page })
}

/** Makes the record of an answer, with its place in the quota, all or nothing. */
export async function sendAnswer(services: Services, sent: Sent): Promise<PublicSent> {
  const { page, link, body, workspace, locale } = sent
  const { database, newId, random, now } = services
  // What fills in the box that people do not see is told that all went well.
  if (body.website !== undefined && body.website !== '') return sentAnswer(page.page, undefined)
  const facts = { now: now(), open: link.open, taken: link.taken, answered: false, locked: false }
  if (pageState(page.page, facts) !== 'open') return refuse('public-not-open')
  const record = newId()
  const scene = await answerScene(services, sent, { right: 'make', record, owner: link.owner, locale })
  const { answerLink = 'none' } = page.page
  const linkToken = answerLink === 'none' ? undefined : newToken(random)
  orRefuse(await writeTransaction(database, (tx) => store(tx, services, sent, scene, record, linkToken)))
  return sentAnswer(page.page, linkToken && `/pa/${workspace.key}/${linkToken}`)
}
