import type { Locale } from '@pipewright/contract'
import { insertImport, type ImportJob } from '@pipewright/db'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import type { Upload } from '../files/receive-upload.ts'
import { addFiles, ownImport } from './add-files.ts'
import { importableForm } from './policy.ts'
import { refuseUnreadable } from './refuse-unreadable.ts'
import { stageFile, type Reading } from './stage-file.ts'
import { withTable, type UploadedTable } from './zip/uploaded-table.ts'

async function stage(
  { database }: Services,
  scene: MemberScene,
  formKey: string,
  file: UploadedTable,
  reading: Reading,
): Promise<string> {
  const form = importableForm(scene, formKey)
  const { workspace, actor, now } = scene
  const id = scene.newId()
  await database.transaction(async (tx) => {
    await insertImport(tx, workspace, {
      id,
      form: form.key,
      fileName: file.name,
      createdBy: actor.memberId,
      now,
    })
    await stageFile(tx, scene, { id, form }, { path: file.path, files: file.beside !== undefined }, reading)
  })
  return id
}

/** Reads an uploaded table, and the files beside it in a zip, into an import: all of it, or nothing and why. */
export async function createImport(
  services: Services,
  scene: MemberScene,
  form: string,
  upload: Upload,
  locale: Locale,
  reading: Reading = {},
): Promise<ImportJob> {
  try {
    return await withTable(services, upload, async (table) => {
      const id = await stage(services, scene, form, table, reading)
      const job = await ownImport(services.database, scene, id)
      if (table.beside === undefined) return job
      return addFiles(services, scene, job, { name: table.name, files: table.beside })
    })
  } catch (error) {
    return refuseUnreadable(error, locale)
  }
}
