import type { Locale, OwnAnswer, Values } from '@pipewright/contract'
import {
  findAnswer,
  getRecord,
  updateRecord,
  writeTransaction,
  type Scene,
  type Workspace,
} from '@pipewright/db'
import { hashToken } from '../../auth/session-token.ts'
import { refuse } from '../../problems/refusal.ts'
import type { Services } from '../../services.ts'
import { orRefuse } from '../records/refuse-record.ts'
import { fillingOf, lookOf } from './page-answer.ts'
import { answerScene, pageIn, type PublicScene } from './public-scene.ts'

interface Found extends PublicScene {
  readonly scene: Scene
  readonly record: string
  readonly may: 'view' | 'edit'
}

async function find(services: Services, workspace: Workspace, token: string, locale: Locale): Promise<Found> {
  const { database } = services
  const answer = (await findAnswer(database, workspace, hashToken(token))) ?? refuse('not-found')
  const found = await pageIn(services, workspace, answer.form, answer.page)
  const may = found.page.page.answerLink ?? 'none'
  if (may === 'none') return refuse('not-found')
  const scene = await answerScene(services, found, {
    right: may,
    record: answer.record,
    owner: answer.owner,
    locale,
  })
  return { ...found, scene, record: answer.record, may }
}

async function answerOf({ database }: Services, found: Found): Promise<OwnAnswer> {
  const { scene, page, record, workspace, may } = found
  const { record: seen } = orRefuse(await getRecord(database, scene, page.form, record))
  return {
    look: lookOf(page),
    zone: workspace.zone,
    filling: fillingOf(found, may),
    may,
    version: seen.version,
    values: seen.values as Values,
  }
}

/** The answer behind a private link, as the page lets its maker see it. */
export async function readOwnAnswer(
  services: Services,
  workspace: Workspace,
  token: string,
  locale: Locale,
): Promise<OwnAnswer> {
  return answerOf(services, await find(services, workspace, token, locale))
}

/** Changes the answer behind a private link where the page allows it. */
export async function changeOwnAnswer(
  services: Services,
  workspace: Workspace,
  token: string,
  { locale, ...change }: { readonly version: number; readonly values: Values; readonly locale: Locale },
): Promise<OwnAnswer> {
  const found = await find(services, workspace, token, locale)
  if (found.may !== 'edit') return refuse('not-allowed')
  const { scene, page, record } = found
  const cause = { type: 'publicForm', id: page.page.key } as const
  orRefuse(
    await writeTransaction(services.database, (tx) =>
      updateRecord(tx, scene, page.form, record, change, cause),
    ),
  )
  return answerOf(services, found)
}
