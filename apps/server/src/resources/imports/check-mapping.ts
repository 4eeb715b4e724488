import type { ColumnMapping, CompiledForm, NameMake } from '@pipewright/compiler'
import { fileFields, foldWords, isLinePosition, isMatchField, lineOf } from '@pipewright/compiler'
import type { ImportColumn } from '@pipewright/contract'
import { peopleFormOf, recordIdField } from '@pipewright/metadata'
import { titleNamed, type ImportJob } from '@pipewright/db'
import type { Field } from '@pipewright/schemas'
import { refuse, type FieldRefusal } from '../../problems/refusal.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import { importableFields, importableLineFields } from './policy.ts'

/** Forms in which a record can be made under a name that stands in a column of the field. */
function makeableForms(scene: MemberScene, field: Field, matchBy: string | undefined): readonly string[] {
  if (field.type === 'anyRelation') return field.targets.map(({ form }) => form)
  if (field.type !== 'relation' && field.type !== 'relations') return []
  const title = scene.app.index.form(field.form)?.titleField
  return matchBy === undefined || matchBy === title ? [field.form] : []
}

/** What is to be made, with ids: one for each form and title, and the same ones at every check. */
function makesOf(
  scene: MemberScene,
  form: CompiledForm,
  before: readonly ColumnMapping[],
): (column: ImportColumn) => NameMake[] {
  const known = new Map<string, string>()
  const fields = fileFields(form)
  const keyOf = (field: Field, make: { readonly text: string; readonly form: string }) =>
    `${make.form} ${foldWords(titleNamed(scene, field, make.text))}`
  for (const { field: key, makes = [] } of before) {
    const field = key === null ? undefined : fields.get(key)
    if (field !== undefined) for (const make of makes) known.set(keyOf(field, make), make.record)
  }
  return ({ field: key, makes = [] }) => {
    const field = key === null ? undefined : fields.get(key)
    if (field === undefined) return []
    return makes.map((make) => {
      const name = keyOf(field, make)
      const record = known.get(name) ?? scene.newId()
      known.set(name, record)
      return { text: make.text, form: make.form, record }
    })
  }
}

/** What is wrong with how a column is to be read. */
function columnProblem(
  scene: MemberScene,
  form: CompiledForm,
  writable: ReadonlySet<string>,
  keys: ReadonlySet<string>,
  { field: key, matchBy, picks, makes = [] }: ImportColumn,
): FieldRefusal | undefined {
  if (key === null) return undefined
  if (key === recordIdField.key)
    return keys.has(key) ? undefined : { pointer: '/field', code: 'not-writable' }
  // The number of a line is known to whoever fills lines.
  const readable = isLinePosition(key) || Object.hasOwn(scene.rights.forms[form.key]?.fields ?? {}, key)
  const field = fileFields(form).get(key)
  if (field === undefined || !readable) return { pointer: '/field', code: 'unknown-field' }
  // What only tells which record is meant need not be writable.
  if (!writable.has(key) && !keys.has(key)) return { pointer: '/field', code: 'not-writable' }
  const isRecord = field.type === 'relation' || field.type === 'relations' || field.type === 'anyRelation'
  const isPerson = peopleFormOf(field) !== undefined
  if (picks !== undefined && !isRecord && !isPerson) return { pointer: '/picks', code: 'unknown-field' }
  const forms = makeableForms(scene, field, matchBy)
  if (makes.some(({ form: far }) => !forms.includes(far))) return { pointer: '/makes', code: 'unknown-field' }
  if (matchBy === undefined || (field.type !== 'relation' && field.type !== 'relations')) return undefined
  const reading = {
    app: scene.app,
    rights: scene.rights,
    schema: scene.workspace.schema,
    context: {
      now: scene.now,
      today: scene.now.slice(0, 10),
      zone: scene.actor.zone,
      me: scene.actor.memberId,
    },
  }
  return isMatchField(reading, field.form, matchBy)
    ? undefined
    : { pointer: '/matchBy', code: 'unknown-field' }
}

/** The mapping as it will be used, or every problem of it at once. */
export function checkMapping(
  scene: MemberScene,
  form: CompiledForm,
  job: ImportJob,
  mapping: readonly ImportColumn[],
  by: readonly string[] = [],
): ColumnMapping[] {
  const contents = { files: job.files !== null }
  const filled = [...importableFields(scene, form, contents), ...importableLineFields(scene, form, contents)]
  const writable = new Set(filled.map(({ key }) => key))
  const keys = new Set(by)
  const fields = new Set<string>()
  const columns = new Set<number>()
  const errors = mapping.flatMap((column, position): FieldRefusal[] => {
    const base = `/mapping/${position}`
    const twice = (column.field !== null && fields.has(column.field)) || columns.has(column.column)
    if (column.field !== null) fields.add(column.field)
    columns.add(column.column)
    const found = columnProblem(scene, form, writable, keys, column)
    return [
      ...(column.column < job.columns.length
        ? []
        : [{ pointer: `${base}/column`, code: 'unknown-field' } as const]),
      ...(found === undefined ? [] : [{ ...found, pointer: base + found.pointer }]),
      ...(twice ? [{ pointer: `${base}/field`, code: 'not-unique' } as const] : []),
    ]
  })
  const names = [...fields].some((key) => lineOf(key) === undefined)
  if (!names) errors.push({ pointer: '/mapping', code: 'required' })
  if (errors.length > 0) refuse('invalid', { errors })
  const withIds = makesOf(scene, form, job.mapping)
  return mapping.map(({ makes, ...column }) =>
    makes === undefined ? column : { ...column, makes: withIds({ ...column, makes }) },
  )
}
