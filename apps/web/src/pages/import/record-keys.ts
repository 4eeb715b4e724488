import type { FormRights, Import, ImportColumn, ImportWrites } from '@pipewright/contract'
import { localize, type Locale } from '@pipewright/metadata'
import type { Field, Form } from '@pipewright/schemas'
import { matchTypes, type FileContents, type Target } from './import-targets.ts'

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
): Target[] {
  const mapped = new Set(mapping.map(({ field }) => field))
  return keyFields(form, rights)
    .filter(({ key }) => mapped.has(key))
    .map(({ key, label }) => ({ value: key, label: localize(label, locale) }))
}

const isUnique = (field: Field): boolean =>
  field.type === 'autoNumber' || ('unique' in field && field.unique === true)

/** By what records are told apart most likely: what never occurs twice, else their title. */
export function likelyKey(form: Form, targets: readonly Target[]): string[] {
  const offered = new Set(targets.map(({ value }) => value))
  const found = form.fields.find((field) => offered.has(field.key) && isUnique(field))?.key ?? form.titleField
  return offered.has(found) ? [found] : []
}

/** Keys that are still in the file; no more than can be looked at together. */
export const standingKeys = (writes: ImportWrites, targets: readonly Target[]): string[] =>
  writes.by.filter((key) => targets.some(({ value }) => value === key)).slice(0, most)

/** How many rows come in, of these make a record, change one, or say what it holds already. */
export function outcomes({ rows, bad, left, undecided, changed, same }: Import) {
  const coming = rows - bad - left - undecided
  return { coming, made: coming - changed, changed: changed - same, same }
}

/** Numbers that the engine gives fill nothing where every row makes a record, and names of files nothing without files. */
export const mappingFor = (
  form: Form,
  mapping: readonly ImportColumn[],
  { finds, files }: FileContents,
): ImportColumn[] =>
  mapping.map((column) => {
    const field = form.fields.find(({ key }) => key === column.field)
    const isNothing = (field?.type === 'autoNumber' && !finds) || (field?.type === 'attachment' && !files)
    return isNothing ? { ...column, field: null } : column
  })

/** Whoever may make no records changes those that are there. */
export const possibleWrites = (writes: ImportWrites, mayCreate: boolean): ImportWrites =>
  mayCreate ? writes : { ...writes, mode: 'update' }
