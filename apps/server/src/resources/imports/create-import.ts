import { suggestMapping } from '@pipewright/compiler'
import {
  describeImport,
  findImport,
  insertImport,
  suggestMatches,
  type Database,
  type ImportJob,
} from '@pipewright/db'
import type { Locale } from '@pipewright/contract'
import { refuse } from '../../problems/refusal.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Upload } from '../files/receive-upload.ts'
import { importableFields, importableForm } from './policy.ts'
import { refuseUnreadable } from './refuse-unreadable.ts'
import { stageTable } from './stage-table.ts'
import { readTable } from './table/read-table.ts'

/** Samples that are kept for the person who maps; the guess saw more. */
const shown = 5

async function stage(
  database: Database,
  scene: MemberScene,
  formKey: string,
  upload: Upload,
): Promise<string> {
  const form = importableForm(scene, formKey)
  const { workspace, actor, now } = scene
  const id = scene.newId()
  await database.transaction(async (tx) => {
    await insertImport(tx, workspace, {
      id,
      form: form.key,
      fileName: upload.name,
      createdBy: actor.memberId,
      now,
    })
    const { columns, rows } = await stageTable(tx, workspace, id, await readTable(upload.path))
    const guess = suggestMapping(scene.app.index, importableFields(scene, form), columns, actor.locale)
    const mapping = await suggestMatches(
      tx,
      scene,
      form.fields,
      guess,
      (column) => columns[column]?.samples ?? [],
    )
    const kept = columns.map(({ samples, ...column }) => ({ ...column, samples: samples.slice(0, shown) }))
    await describeImport(tx, workspace, id, { rows, columns: kept, mapping })
  })
  return id
}

/** Reads an uploaded table into an import: all of it, or nothing and why. */
export async function createImport(
  database: Database,
  scene: MemberScene,
  form: string,
  upload: Upload,
  locale: Locale,
): Promise<ImportJob> {
  try {
    const id = await stage(database, scene, form, upload)
    return (await findImport(database, scene.workspace, id, scene.actor.memberId)) ?? refuse('not-found')
  } catch (error) {
    return refuseUnreadable(error, locale)
  }
}
