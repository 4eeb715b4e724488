import type { FormRights, Import, ImportColumn, ImportWrites } from '@pipewright/contract'
import { localize, recordIdField, type Locale } from '@pipewright/metadata'
import type { Field, Form } from '@pipewright/schemas'
import { fieldAt, idTarget, matchTypes, type FileContents, type Target } from './import-targets.ts'

const most = 3

/** Fields by which rows can name the records they change. */
export const keyFields = (form: Form, rights: FormRights): readonly Field[] =>
  form.fields.filter(({ key, type }) => rights.fields[key] !== undefined && matchTypes.includes(type))

/** What stands in the file of it. */
export function keyTargets(
  form: Form,
  rights: FormRights,
  mapping: readonly ImportColumn[],
  locale: Locale,
  idLabel: string,
): Target[] {
  const mapped = new Set(mapping.map(({ field }) => field))
  const own = keyFields(form, rights).map(({ key, label }) => ({
    value: key,
    label: localize(label, locale),
  }))
  return [idTarget(idLabel), ...own].filter(({ value }) => mapped.has(value))
}

const isUnique = (field: Field): boolean =>
  field.type === 'autoNumber' || ('unique' in field && field.unique === true)

/** By what records are told apart most likely: their id, what never occurs twice, else their title. */
export function likelyKey(form: Form, targets: readonly Target[]): string[] {
  const offered = new Set(targets.map(({ value }) => value))
  if (offered.has(recordIdField.key)) return [recordIdField.key]
  const found = form.fields.find((field) => offered.has(field.key) && isUnique(field))?.key ?? form.titleField
  return offered.has(found) ? [found] : []
}

/** Keys that are still in the file; no more than can be looked at together. */
export const standingKeys = (writes: ImportWrites, targets: readonly Target[]): string[] =>
  writes.by.filter((key) => targets.some(({ value }) => value === key)).slice(0, most)

/** How many records come in, of these make a record, change one, or say what it holds already. */
export function outcomes({ records, bad, left, undecided, changed, same }: Import) {
  const coming = records - bad - left - undecided
  return { coming, made: coming - changed, changed: changed - same, same }
}

/** Ids and numbers that the engine gives fill nothing where no row is found by them, and names of files nothing without files. */
export const mappingFor = (
  form: Form,
  mapping: readonly ImportColumn[],
  { finds, files }: FileContents,
  by: readonly string[],
): ImportColumn[] =>
  mapping.map((column) => {
    const field = fieldAt(form, column.field)
    const isGiven = column.field === recordIdField.key || field?.type === 'autoNumber'
    const isNothing =
      (isGiven && !(finds && by.includes(column.field ?? ''))) || (field?.type === 'attachment' && !files)
    return isNothing ? { ...column, field: null } : column
  })

/** What rows do at first: whoever may make no records changes those that are there, and so does a file that says which they are. */
export function firstWrites(
  { state, writes, mapping }: Import,
  rights: FormRights | undefined,
): ImportWrites {
  const isNamed = state === 'uploaded' && mapping.some(({ field }) => field === recordIdField.key)
  if (isNamed && rights?.update === true) return { ...writes, mode: 'update', by: [recordIdField.key] }
  return rights?.create === true ? writes : { ...writes, mode: 'update' }
}
