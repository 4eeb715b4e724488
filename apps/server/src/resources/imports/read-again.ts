import type { Locale, TextEncoding } from '@pipewright/contract'
import { describeFiles, startReading, type ImportJob } from '@pipewright/db'
import { refuse } from '../../problems/refusal.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import type { Upload } from '../files/receive-upload.ts'
import { ownImport, withFileColumns } from './add-files.ts'
import { importableForm } from './policy.ts'
import { refuseUnreadable } from './refuse-unreadable.ts'
import { stageFile } from './stage-file.ts'
import { withTable } from './zip/uploaded-table.ts'

/**
 * Reads the table of an import that is not checked yet from the same file anew, in another encoding: all of it, or the
 * reading before stays and it is told why. Files that came with it stay.
 */
export async function readAgain(
  services: Services,
  scene: MemberScene,
  { id, form: key }: ImportJob,
  upload: Upload,
  locale: Locale,
  encoding: TextEncoding | undefined,
): Promise<ImportJob> {
  const { workspace, now } = scene
  const form = importableForm(scene, key)
  try {
    await withTable(services, upload, ({ path, name }) =>
      services.database.transaction(async (tx) => {
        if (!(await startReading(tx, workspace, { id, now, fileName: name }))) refuse('import-state')
        await stageFile(tx, scene, { id, form }, { path, files: false }, { encoding })
        const job = await ownImport(tx, scene, id)
        if (job.files === null) return
        const mapping = await withFileColumns(tx, scene, job)
        await describeFiles(tx, workspace, id, { ...job.files, mapping })
      }),
    )
  } catch (error) {
    return refuseUnreadable(error, locale)
  }
  return ownImport(services.database, scene, id)
}
