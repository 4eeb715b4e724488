import { checkCompiled } from '@pipewright/compiler'
import type { BodyOf, Locale, Routes } from '@pipewright/contract'
import {
  changeWorkingDays,
  insertMembers,
  insertMembership,
  installWorkspace,
  workspaceKeys,
  type Connection,
  type WorkspaceRef,
} from '@pipewright/db'
import { inCurrency, loadDefinition } from '@pipewright/metadata'
import type { AppDefinition } from '@pipewright/schemas'
import type { SignedIn } from '../../auth/signed-in.ts'
import { refuse, refuseField } from '../../problems/refusal.ts'
import { installSample } from '../../sample/install-sample.ts'
import type { Services } from '../../services.ts'
import type { ReadTemplate } from '../../templates/read-template.ts'
import { told } from '../draft/draft-refusal.ts'
import { refuseBadPerson, tidy } from '../session/check-person.ts'
import { checkPictures, keepPictures, type CheckedPicture } from './app-pictures.ts'
import { blankDefinition, withAdmin } from './blank-definition.ts'
import { publicHolidays } from './public-holidays.ts'
import { workspaceKey } from './workspace-key.ts'

type Entries = BodyOf<Routes['createWorkspace']>

/** Two who take the same key at once: the second takes the next. */
const attempts = 5

interface Beginning {
  readonly name: string
  readonly definition: AppDefinition
  readonly adminRole: string
  readonly template: ReadTemplate | undefined
  readonly pictures?: readonly CheckedPicture[]
}

/** A file of an app, if it holds together: it is checked as a draft is before it is published. */
function appOfFile(file: unknown, locale: Locale): AppDefinition {
  const loaded = loadDefinition(file)
  const problems = 'problems' in loaded ? loaded.problems : checkCompiled(loaded.definition)
  if ('problems' in loaded || problems.length > 0)
    return refuse('invalid', { errors: told(problems, locale, '/app') })
  return loaded.definition
}

async function beginningOf(
  { templates, limits }: Services,
  entries: Entries,
  locale: Locale,
): Promise<Beginning> {
  refuseBadPerson({ name: entries.name, zone: entries.zone })
  const name = tidy(entries.name)
  if (entries.app !== undefined) {
    if (entries.template !== null) refuseField('/template', 'not-an-option')
    const { pictures = [], ...file } = entries.app
    const app = appOfFile(file, locale)
    const checked = checkPictures(pictures, app, { fileBytes: limits.fileBytes, locale })
    return { name, ...withAdmin(app), template: undefined, pictures: checked }
  }
  if (entries.template === null)
    return { name, ...withAdmin(blankDefinition(name, entries.currency)), template: undefined }
  const template = (await templates()).get(entries.template)
  if (template === undefined) refuseField('/template', 'not-an-option')
  const own = { ...template.definition, name: { en: name, zh: name } }
  const definition = entries.currency === undefined ? own : inCurrency(own, entries.currency)
  return { name, ...withAdmin(definition), template }
}

/** Makes a workspace whose first member is the caller, as administrator; all of it or nothing. Answers its key. */
export async function createWorkspace(
  services: Services,
  session: SignedIn,
  entries: Entries,
  reader: Locale,
): Promise<string> {
  const { database, newId, now } = services
  const {
    name,
    definition,
    adminRole,
    template,
    pictures = [],
  } = await beginningOf(services, entries, reader)
  const { locale, zone } = entries
  const { accountId: account, email } = session
  const first = {
    id: newId(),
    account,
    name: session.name,
    email,
    department: null,
    roles: [adminRole],
    createdAt: now(),
  }

  async function within(tx: Connection, workspace: WorkspaceRef): Promise<void> {
    await insertMembers(tx, workspace, [first], { member: first.id, at: first.createdAt })
    await insertMembership(tx, { account, workspace: workspace.key, member: first.id })
    const special = publicHolidays(zone, locale)
    if (special.length > 0) await changeWorkingDays(tx, workspace, { workdays: [1, 2, 3, 4, 5], special })
    await keepPictures(tx, workspace, pictures, { uploadedBy: first.id, now: now() })
    if (template === undefined || !entries.sample || template.card.sample !== true) return
    await installSample(tx, {
      workspace,
      definition,
      template,
      locale,
      zone,
      now: now(),
      newId,
      admin: first.id,
    })
  }

  for (let attempt = 0; attempt < attempts; attempt++) {
    const key = workspaceKey(name, await workspaceKeys(database))
    const request = { key, name, locale, zone, createdBy: account, definition, now: now(), within }
    const installed = await installWorkspace(database, request)
    if (installed.ok) return installed.workspace.key
  }
  return refuse('busy', { retryAfter: 1 })
}
