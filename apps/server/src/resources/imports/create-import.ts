import { mapColumns, suggestMapping, type TableColumn } from '@pipewright/compiler'
import {
  describeImport,
  findImport,
  insertImport,
  suggestMatches,
  type Database,
  type ImportJob,
} from '@pipewright/db'
import type { Locale } from '@pipewright/contract'
import type { Field } from '@pipewright/schemas'
import { refuse } from '../../problems/refusal.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Upload } from '../files/receive-upload.ts'
import { importableFields, importableForm } from './policy.ts'
import { refuseUnreadable } from './refuse-unreadable.ts'
import { stageTable } from './stage-table.ts'
import { readTable } from './table/read-table.ts'

/** Samples that are kept for the person who maps; the guess saw more. */
const shown = 5

/** Where the fields are named by whoever uploads, they are taken at their word; else they are found. */
function mappingOf(
  scene: MemberScene,
  fields: readonly Field[],
  columns: readonly TableColumn[],
  named: readonly string[] | undefined,
) {
  const { locale } = scene.actor
  if (named === undefined) return suggestMapping(scene.app.index, fields, columns, locale)
  const known = new Map(fields.map((field) => [field.key, field]))
  const filled = named.filter((key) => key !== '')
  const wrong = filled.some((key) => !known.has(key)) || new Set(filled).size < filled.length
  if (wrong) refuse('invalid', { errors: [{ pointer: '/fields', code: 'unknown-field' }] })
  return mapColumns(columns, (column) => known.get(named[column] ?? ''), locale)
}

async function stage(
  database: Database,
  scene: MemberScene,
  formKey: string,
  upload: Upload,
  named: readonly string[] | undefined,
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
    const guess = mappingOf(scene, importableFields(scene, form), columns, named)
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
  /** Keys of the fields that the columns fill, in their order; "" leaves a column out. */
  named?: readonly string[],
): Promise<ImportJob> {
  try {
    const id = await stage(database, scene, form, upload, named)
    return (await findImport(database, scene.workspace, id, scene.actor.memberId)) ?? refuse('not-found')
  } catch (error) {
    return refuseUnreadable(error, locale)
  }
}
