import {
  cancelImport,
  checkImport,
  commitImport,
  decideRows,
  findImport,
  forgetDecisions,
  goOnImporting,
  listImports,
  refusedMissing,
  startChecking,
  startImporting,
  unclearNames,
  type ImportJob,
  type RowDecisions,
} from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { refuse } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import { refuseUnlessBuilder } from '../draft/policy.ts'
import { mayManageMembers } from '../members/policy.ts'
import { sendSheet } from '../exports/send-sheet.ts'
import { recordAnswer } from '../records/answers.ts'
import { refuseRecord } from '../records/refuse-record.ts'
import { receiveUpload } from '../files/receive-upload.ts'
import { addZip } from './add-files.ts'
import { checkMapping } from './check-mapping.ts'
import { checkWrites } from './check-writes.ts'
import { createImport } from './create-import.ts'
import { importAnswer } from './import-answer.ts'
import { importJobs, type ImportJobs } from './import-jobs.ts'
import { keepHouse } from './keep-house.ts'
import { notesSheet } from './notes-sheet.ts'
import { importableForm } from './policy.ts'
import { readAgain } from './read-again.ts'
import { readSheet } from './read-sheet.ts'
import { refusedSheet } from './refused-sheet.ts'
import { registerPresets } from './presets.ts'
import { registerRows } from './rows.ts'

const loader =
  ({ database }: Services) =>
  async (scene: MemberScene, id: string): Promise<ImportJob> =>
    (await findImport(database, scene.workspace, id, scene.actor.memberId)) ?? refuse('not-found')

/** The import in the state a move left it in; a move that came too late is refused. */
async function moved(
  services: Services,
  scene: MemberScene,
  id: string,
  isMoved: boolean,
): Promise<ImportJob> {
  return isMoved ? loader(services)(scene, id) : refuse('import-state')
}

/** Keeps what was decided of single rows and begins the check, both or neither; of a file that is as it was when it was matched. */
const beginCheck = (
  { database, now }: Services,
  { workspace, actor: { locale, zone } }: MemberScene,
  { id, createdBy, columns, writes: before }: ImportJob,
  match: Pick<ImportJob, 'mapping' | 'writes'>,
  decisions: RowDecisions | undefined,
): Promise<boolean> =>
  database.transaction(async (tx) => {
    if (!(await startChecking(tx, workspace, { id, now: now(), reader: { locale, zone }, ...match })))
      return false
    // It may have waited for whoever read the file anew, in another encoding.
    const current = await findImport(tx, workspace, id, createdBy)
    if (JSON.stringify(current?.columns) !== JSON.stringify(columns)) refuse('import-read-anew')
    if (JSON.stringify(match.writes.alike) !== JSON.stringify(before.alike))
      await forgetDecisions(tx, workspace, id)
    if (decisions !== undefined) await decideRows(tx, workspace, id, decisions)
    return true
  })

/** What goes on in the background. */
function registerWork(app: FastifyInstance, services: Services, jobs: ImportJobs): void {
  const { database, now } = services
  const load = loader(services)

  register(app, 'checkImport', async ({ params, body, member, locale }) => {
    const scene = member()
    const found = await load(scene, params.id)
    const writes = checkWrites(scene, found.form, body.mapping, body.writes)
    const mapping = checkMapping(scene, importableForm(scene, found.form), found, body.mapping, writes.by)
    const refused = await refusedMissing(database, scene, { ...found, mapping })
    if (refused !== undefined) refuseRecord(refused.problem)
    const isMoved = await beginCheck(services, scene, found, { mapping, writes }, body.decisions)
    const job = await moved(services, scene, found.id, isMoved)
    jobs.start(checkImport, scene.workspace, scene, job)
    return importAnswer(database, scene, job, locale)
  })

  register(app, 'commitImport', async ({ params, body, member, locale }) => {
    const scene = member()
    const found = await load(scene, params.id)
    importableForm(scene, found.form)
    const nothingToDo =
      found.state === 'checked' &&
      (found.records === found.bad + found.left || (found.bad > 0 && !body.skipBad))
    if (nothingToDo) refuse('import-state')
    if (found.state === 'checked' && found.undecided > 0)
      refuse('import-undecided', { params: { count: found.undecided } })
    const { locale: read, zone } = scene.actor
    const turn = { id: found.id, now: now() }
    const { skipBad, tell = false } = body
    const isMoved =
      found.state === 'failed'
        ? skipBad && (await goOnImporting(database, scene.workspace, turn))
        : await startImporting(database, scene.workspace, {
            ...turn,
            skipBad,
            tell,
            changeSet: scene.changeSet ?? scene.newId(),
            locale: read,
            zone,
          })
    const job = await moved(services, scene, found.id, isMoved)
    jobs.start(commitImport, scene.workspace, scene, job)
    return importAnswer(database, scene, job, locale)
  })
}

const keptForMs = 30 * 24 * 3_600_000

/** What came in of late, so that it can be found again and undone. */
function registerList(app: FastifyInstance, { database, clock }: Services): void {
  register(app, 'listImports', async ({ params, member }) => {
    const scene = member()
    const form = importableForm(scene, params.form).key
    const since = new Date(clock() - keptForMs).toISOString()
    const wanted = { form, member: scene.actor.memberId, since, most: 50 }
    return { imports: await listImports(database, scene.workspace, wanted) }
  })
}

/** What is told of the rows: which names are unclear, and all of it as a file, however much. */
function registerNotes(app: FastifyInstance, services: Services): void {
  const load = loader(services)
  register(app, 'listUnclearNames', async ({ params, member }) => {
    const scene = member()
    const job = await load(scene, params.id)
    importableForm(scene, job.form)
    const names = job.state === 'checked' ? await unclearNames(services.database, scene, job) : []
    return {
      names: names.map(({ forms, records, people, ...name }) => ({
        ...name,
        forms: [...forms],
        records: records.map(({ form, record }) => ({ form, record: recordAnswer(record) })),
        people: people.map(({ email, ...person }) => ({
          ...person,
          email: mayManageMembers(scene) ? email : null,
        })),
      })),
    }
  })

  register(app, 'exportImportNotes', async ({ params, body, member, locale, reply }) => {
    const scene = member()
    const job = await load(scene, params.id)
    return sendSheet(reply, { ...notesSheet(services.database, scene, job, locale), format: body.format })
  })

  register(app, 'exportRefusedRows', async ({ params, body, member, locale, reply }) => {
    const scene = member()
    const job = await load(scene, params.id)
    return sendSheet(reply, { ...refusedSheet(services.database, scene, job, locale), format: body.format })
  })
}

/** What is uploaded: a table to import or to look at, and files for one. */
function registerUploads(app: FastifyInstance, services: Services): void {
  const { database, limits } = services
  const load = loader(services)

  register(
    app,
    'createImport',
    async ({ params, query, member, request, locale }) => {
      const scene = member()
      importableForm(scene, params.form)
      await using upload = await receiveUpload(request, limits.zipBytes)
      return importAnswer(
        database,
        scene,
        await createImport(services, scene, params.form, upload, locale, {
          named: query.fields?.split(','),
          encoding: query.encoding,
        }),
        locale,
      )
    },
    { bodyLimit: limits.zipBytes },
  )

  register(
    app,
    'addImportFiles',
    async ({ params, member, request, locale }) => {
      const scene = member()
      const job = await load(scene, params.id)
      importableForm(scene, job.form)
      await using upload = await receiveUpload(request, limits.zipBytes)
      return importAnswer(database, scene, await addZip(services, scene, job, upload, locale), locale)
    },
    { bodyLimit: limits.zipBytes },
  )

  register(
    app,
    'readImportAgain',
    async ({ params, query, member, request, locale }) => {
      const scene = member()
      const job = await load(scene, params.id)
      importableForm(scene, job.form)
      await using upload = await receiveUpload(request, limits.zipBytes)
      const read = await readAgain(services, scene, job, upload, locale, query.encoding)
      return importAnswer(database, scene, read, locale)
    },
    { bodyLimit: limits.zipBytes },
  )

  register(
    app,
    'readTable',
    async ({ member, request, locale }) => {
      refuseUnlessBuilder(member())
      await using upload = await receiveUpload(request, limits.fileBytes)
      // Awaited here: the file goes away with the upload.
      return await readSheet(upload.path, locale)
    },
    { bodyLimit: limits.fileBytes },
  )
}

/** Imports: upload and look, check every row, then let them come in. */
export function registerImports(app: FastifyInstance, services: Services): void {
  const { database, now } = services
  const jobs = importJobs(app, services)
  const load = loader(services)
  keepHouse(app, services, jobs)
  registerWork(app, services, jobs)
  registerNotes(app, services)
  registerPresets(app, services)
  registerRows(app, services)
  registerList(app, services)
  registerUploads(app, services)

  register(app, 'getImport', async ({ params, member, locale }) => {
    const scene = member()
    return importAnswer(database, scene, await load(scene, params.id), locale)
  })

  register(app, 'cancelImport', async ({ params, member, locale }) => {
    const scene = member()
    const found = await load(scene, params.id)
    const isMoved = await cancelImport(database, scene.workspace, { id: found.id, now: now() })
    return importAnswer(database, scene, await moved(services, scene, found.id, isMoved), locale)
  })
}
