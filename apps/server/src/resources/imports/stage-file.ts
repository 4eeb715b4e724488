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
import type { TextEncoding } from '@pipewright/contract'
import { describeImport, suggestMatches, type Connection } from '@pipewright/db'
import { recordIdField } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { refuse } from '../../problems/refusal.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import { importableFields, importableLineFields } from './policy.ts'
import { stageTable } from './stage-table.ts'
import { readTable } from './table/read-table.ts'

/** Samples that are kept for the person who maps; the guess saw more. */
const shown = 5

/** How an uploaded table is read. */
export interface Reading {
  /** Keys of the fields that the columns fill, in their order; "" leaves a column out. Found where absent. */
  readonly named?: readonly string[] | undefined
  /** Found by the bytes where absent. */
  readonly encoding?: TextEncoding | undefined
}

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

/** Reads a table into an import that is there: its rows, its columns and what these probably fill. */
export async function stageFile(
  tx: Connection,
  scene: MemberScene,
  { id, form }: { readonly id: string; readonly form: CompiledForm },
  /** `files`: files lie beside it. */
  file: { readonly path: string; readonly files: boolean },
  { named, encoding }: Reading,
): Promise<void> {
  const { workspace } = scene
  const table = await readTable(file.path, encoding)
  const { columns, rows } = await stageTable(tx, workspace, id, table)
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
  await describeImport(tx, workspace, id, { rows, columns: kept, mapping, readAs: table.readAs })
}
