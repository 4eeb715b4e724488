import {
  fileFields,
  isRefusalColumn,
  mapColumns,
  recordIdColumn,
  suggestLines,
  suggestMapping,
  type CompiledForm,
  type TableColumn,
} from '@pipewright/compiler'
import { describeImport, insertImport, suggestMatches, type ImportJob } from '@pipewright/db'
import { recordIdField } from '@pipewright/metadata'
import type { Locale } from '@pipewright/contract'
import type { Field } from '@pipewright/schemas'
import { refuse } from '../../problems/refusal.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import { refuseTooLarge, type Upload } from '../files/receive-upload.ts'
import { addFiles, ownImport } from './add-files.ts'
import { importableFields, importableForm, importableLineFields } from './policy.ts'
import { refuseUnreadable } from './refuse-unreadable.ts'
import { stageTable } from './stage-table.ts'
import { readTable } from './table/read-table.ts'
import { tableIn, unpackAside, zipOfFiles } from './zip/table-in-zip.ts'

/** Samples that are kept for the person who maps; the guess saw more. */
const shown = 5

/** Where the fields are named by whoever uploads, they are taken at their word; else they are found. */
function mappingOf(
  scene: MemberScene,
  form: CompiledForm,
  fields: readonly Field[],
  columns: readonly TableColumn[],
  {
    named,
    mayUpdate,
    files,
  }: {
    readonly named: readonly string[] | undefined
    readonly mayUpdate: boolean
    readonly files: boolean
  },
) {
  const { locale } = scene.actor
  const lines = importableLineFields(scene, form, { files })
  if (named === undefined) {
    const id = mayUpdate ? recordIdColumn(fields, columns) : undefined
    const { index } = scene.app
    const inLines = new Set(lines.map(({ key }) => key))
    const found = suggestLines(index, form.items, ({ key }) => inLines.has(key), columns, locale)
    const ofLines = new Map(found.map((one) => [one.column, one]))
    // What says which record a row is or why it was refused, or is of a line, fills no field of the record.
    const others = columns.map((column, at) =>
      at === id || ofLines.has(at) || isRefusalColumn(column) ? { name: '', samples: [] } : column,
    )
    return suggestMapping(index, fields, others, locale).map(
      (one) => ofLines.get(one.column) ?? (one.column === id ? { ...one, field: recordIdField.key } : one),
    )
  }
  const known = new Map([...fields, ...lines].map((field) => [field.key, field]))
  const filled = named.filter((key) => key !== '')
  const wrong = filled.some((key) => !known.has(key)) || new Set(filled).size < filled.length
  if (wrong) refuse('invalid', { errors: [{ pointer: '/fields', code: 'unknown-field' }] })
  return mapColumns(columns, (column) => known.get(named[column] ?? ''), locale)
}

interface StagedFile {
  readonly path: string
  /** What its member calls it. */
  readonly name: string
  /** Files lie beside it. */
  readonly files: boolean
}

async function stage(
  { database }: Services,
  scene: MemberScene,
  formKey: string,
  file: StagedFile,
  named: readonly string[] | undefined,
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
    const { columns, rows } = await stageTable(tx, workspace, id, await readTable(file.path))
    // Which columns name files is suggested when these are known, unless it is said.
    const files = file.files && named !== undefined
    const fields = importableFields(scene, form, { files })
    const guess = mappingOf(scene, form, fields, columns, {
      named,
      files,
      mayUpdate: scene.rights.forms[form.key]?.update === true,
    })
    const mapping = await suggestMatches(
      tx,
      scene,
      fileFields(form),
      guess,
      (column) => columns[column]?.samples ?? [],
    )
    const kept = columns.map(({ samples, ...column }) => ({ ...column, samples: samples.slice(0, shown) }))
    await describeImport(tx, workspace, id, { rows, columns: kept, mapping })
  })
  return id
}

async function createFrom(
  services: Services,
  scene: MemberScene,
  form: string,
  upload: Upload,
  named: readonly string[] | undefined,
): Promise<ImportJob> {
  const { limits } = services
  await using zip = await zipOfFiles(upload)
  const { name } = upload
  if (zip === undefined) {
    if (upload.bytes > limits.fileBytes) refuseTooLarge(limits.fileBytes)
    const id = await stage(services, scene, form, { path: upload.path, name, files: false }, named)
    return await ownImport(services, scene, id)
  }
  const table = tableIn(zip)
  await using aside = await unpackAside(table, limits.fileBytes)
  const id = await stage(services, scene, form, { path: aside.path, name, files: true }, named)
  const files = zip.files.filter((file) => file !== table)
  return await addFiles(services, scene, await ownImport(services, scene, id), { name, files })
}

/** Reads an uploaded table, and the files beside it in a zip, into an import: all of it, or nothing and why. */
export async function createImport(
  services: Services,
  scene: MemberScene,
  form: string,
  upload: Upload,
  locale: Locale,
  /** Keys of the fields that the columns fill, in their order; "" leaves a column out. */
  named?: readonly string[],
): Promise<ImportJob> {
  try {
    return await createFrom(services, scene, form, upload, named)
  } catch (error) {
    return refuseUnreadable(error, locale)
  }
}
