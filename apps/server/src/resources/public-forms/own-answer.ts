import type { Locale, OwnAnswer, Values } from '@pipewright/contract'
import {
  filesOfVisit,
  findAnswer,
  getRecord,
  insertVisit,
  readableFiles,
  spendVisit,
  updateRecord,
  writeTransaction,
  type Connection,
  type Scene,
  type Workspace,
} from '@pipewright/db'
import { hashToken, newToken } from '../../auth/session-token.ts'
import { refuse } from '../../problems/refusal.ts'
import type { Services } from '../../services.ts'
import { orRefuse } from '../records/refuse-record.ts'
import { filesIn, refuseForeignFiles } from './own-files.ts'
import { fillingOf, lookOf } from './page-answer.ts'
import { answerScene, pageIn, type PublicScene } from './public-scene.ts'
import { publicCalendar } from '../calendar/calendar-answer.ts'

export interface OwnAnswerScene extends PublicScene {
  readonly scene: Scene
  readonly record: string
  readonly may: 'view' | 'edit'
}

/** The answer that a private link leads to, as far as its page lets anybody come back. */
export async function findOwnAnswer(
  services: Services,
  workspace: Workspace,
  token: string,
  locale: Locale,
): Promise<OwnAnswerScene> {
  const { database } = services
  const answer = (await findAnswer(database, workspace, hashToken(token))) ?? refuse('not-found')
  const found = await pageIn(services, workspace, answer.form, answer.page)
  const { find, answerLink } = found.page.page
  const may = find === undefined ? (answerLink ?? 'none') : 'none'
  if (may === 'none') return refuse('not-found')
  const scene = await answerScene(services, found, {
    right: may,
    record: answer.record,
    owner: answer.owner,
    locale,
  })
  return { ...found, scene, record: answer.record, may }
}

/** A ticket that brings files, and is spent for anything else. */
async function uploadTicket({ database, random, now }: Services, found: OwnAnswerScene): Promise<string> {
  const { workspace, page } = found
  const ticket = newToken(random)
  const ticketHash = hashToken(ticket)
  const visit = { ticketHash, form: page.form, page: page.page.key, openedAt: now(), deviceHash: null }
  await database.transaction(async (tx) => {
    await insertVisit(tx, workspace, visit)
    await spendVisit(tx, workspace, ticketHash, now())
  })
  return ticket
}

/** Files that were in the answer, or came with this ticket. */
async function ownFiles(
  tx: Connection,
  { workspace, scene, page, record }: OwnAnswerScene,
  ticket: string | undefined,
): Promise<ReadonlySet<string>> {
  const { record: seen } = orRefuse(await getRecord(tx, scene, page.form, record))
  const brought = ticket === undefined ? [] : await filesOfVisit(tx, workspace, hashToken(ticket))
  return new Set([...filesIn(page, seen.values as Values), ...brought])
}

async function answerOf(services: Services, found: OwnAnswerScene): Promise<OwnAnswer> {
  const { database } = services
  const { scene, page, record, workspace, may } = found
  const { record: seen } = orRefuse(await getRecord(database, scene, page.form, record))
  return {
    look: await lookOf(services, found),
    zone: workspace.zone,
    calendar: publicCalendar(workspace.calendar),
    filling: fillingOf(found, may),
    may,
    version: seen.version,
    values: seen.values as Values,
    files: await readableFiles(database, scene, filesIn(page, seen.values as Values)),
    ...(may === 'edit' ? { ticket: await uploadTicket(services, found) } : {}),
  }
}

/** The answer behind a private link, as the page lets its maker see it. */
export async function readOwnAnswer(
  services: Services,
  workspace: Workspace,
  token: string,
  locale: Locale,
): Promise<OwnAnswer> {
  return answerOf(services, await findOwnAnswer(services, workspace, token, locale))
}

interface Changed {
  readonly version: number
  readonly values: Values
  readonly ticket?: string
  readonly locale: Locale
}

/** Changes the answer behind a private link where the page allows it. */
export async function changeOwnAnswer(
  services: Services,
  workspace: Workspace,
  token: string,
  { locale, ticket, ...change }: Changed,
): Promise<OwnAnswer> {
  const found = await findOwnAnswer(services, workspace, token, locale)
  if (found.may !== 'edit') return refuse('not-allowed')
  const { scene, page, record } = found
  const cause = { type: 'publicForm', id: page.page.key } as const
  orRefuse(
    await writeTransaction(services.database, async (tx) => {
      refuseForeignFiles(page, change.values, await ownFiles(tx, found, ticket))
      return updateRecord(tx, scene, page.form, record, change, cause)
    }),
  )
  return answerOf(services, found)
}
