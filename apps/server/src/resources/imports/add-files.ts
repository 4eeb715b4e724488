import { suggestLines, type ColumnMapping, type CompiledForm } from '@pipewright/compiler'
import type { Locale } from '@pipewright/contract'
import {
  describeFiles,
  dropImportFiles,
  FileFinder,
  findImport,
  readImportFiles,
  type Connection,
  type ImportJob,
} from '@pipewright/db'
import { refuse } from '../../problems/refusal.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import type { Upload } from '../files/receive-upload.ts'
import { importableFields, importableForm, importableLineFields } from './policy.ts'
import { refuseUnreadable } from './refuse-unreadable.ts'
import { openZip, type ZippedFile } from './zip/open-zip.ts'
import { storeFiles } from './zip/store-files.ts'
import { suggestFiles } from './zip/suggest-files.ts'

/** An import of the caller as it is now. */
export const ownImport = async (connection: Connection, scene: MemberScene, id: string): Promise<ImportJob> =>
  (await findImport(connection, scene.workspace, id, scene.actor.memberId)) ?? refuse('not-found')

const mayTakeFiles = ({ state, position }: ImportJob): boolean =>
  position === 0 && (state === 'uploaded' || state === 'checked' || state === 'failed')

/** By columns, the fields for files of line items that their headers name; what is in them is not known here. */
function lineFileColumns(
  scene: MemberScene,
  form: CompiledForm,
  { columns }: ImportJob,
): ReadonlyMap<number, string> {
  const own = importableLineFields(scene, form, { files: true }).filter(({ type }) => type === 'attachment')
  const keys = new Set(own.map(({ key }) => key))
  const named = columns.map(({ name }) => ({ name, samples: [] }))
  const { app, actor } = scene
  const found = suggestLines(app.index, form.items, ({ key }) => keys.has(key), named, actor.locale)
  return new Map(found.flatMap(({ column, field }) => (field === null ? [] : [[column, field]])))
}

/** How the columns of an import are matched, with those that name its files. */
export async function withFileColumns(
  connection: Connection,
  scene: MemberScene,
  job: ImportJob,
): Promise<ColumnMapping[]> {
  const form = importableForm(scene, job.form)
  const targets = {
    fields: importableFields(scene, form, { files: true }),
    inLines: lineFileColumns(scene, form, job),
  }
  const finder = new FileFinder(await readImportFiles(connection, scene.workspace, job.id))
  return suggestFiles(targets, job.columns, job.mapping, finder)
}

/** Keeps files for an import that has not begun, instead of those before, and suggests which columns name them. */
export async function addFiles(
  services: Services,
  scene: MemberScene,
  job: ImportJob,
  { name, files }: { readonly name: string; readonly files: readonly ZippedFile[] },
): Promise<ImportJob> {
  const { database } = services
  const { workspace } = scene
  if (!mayTakeFiles(job)) return refuse('import-state')
  await storeFiles(services, scene, job, files)
  const mapping = await withFileColumns(database, scene, job)
  const isTaken = await describeFiles(database, workspace, job.id, { name, count: files.length, mapping })
  if (isTaken) return ownImport(database, scene, job.id)
  await database.transaction((tx) => dropImportFiles(tx, workspace, job.id))
  return refuse('import-state')
}

/** Takes the files out of an uploaded zip. */
export async function addZip(
  services: Services,
  scene: MemberScene,
  job: ImportJob,
  upload: Upload,
  locale: Locale,
): Promise<ImportJob> {
  try {
    await using zip = await openZip(upload.path, upload.bytes)
    return await addFiles(services, scene, job, { name: upload.name, files: zip.files })
  } catch (error) {
    return refuseUnreadable(error, locale)
  }
}
