import type { FieldSite } from '@pipewright/metadata'
import { pathLabel } from './path-label.ts'
import { readableFields, type ReadableField, type Reading } from './readable-fields.ts'

/** The readable fields of the record that a relation of a form points to. */
export interface RelatedFields {
  /** Key of the relation. */
  readonly relation: string
  readonly label: string
  /** Their paths start at the form of the relation: "account.industry", labelled "Account · Industry". */
  readonly fields: readonly ReadableField[]
}

/** What can be read one relation to a single record away, relation by relation. */
export function relatedFields(reading: Reading, form: string): readonly RelatedFields[] {
  return readableFields(reading, form).flatMap(({ path: relation, field, label }) => {
    // Calculated fields show records too, but no path leads on from them.
    const source = reading.index.field(form, relation)?.field
    if (field.type !== 'relation' || source?.type !== 'relation') return []
    if (reading.rights[field.form]?.read !== true) return []
    const fields = readableFields(reading, field.form).map((far) => ({
      path: `${relation}.${far.path}`,
      field: far.field,
      label: `${label} · ${far.label}`,
    }))
    return fields.length === 0 ? [] : [{ relation, label, fields }]
  })
}

function mayRead({ index, rights }: Reading, { form, lineItems, field }: FieldSite): boolean {
  const known = rights[form]
  if (known?.read !== true) return false
  const isOwn = index.fieldsOf(form, lineItems).some(({ key }) => key === field.key)
  const path = [lineItems, isOwn ? field.key : undefined].filter(Boolean).join('.')
  return path === '' || known.fields[path] !== undefined
}

/** The field at any path, also over several relations; undefined where it leads nowhere that may be read. */
export function readableAt(reading: Reading, form: string, path: string): ReadableField | undefined {
  const found = reading.index.field(form, path)
  if (found === undefined || ![...found.hops, found].every((site) => mayRead(reading, site))) return undefined
  return { path, field: reading.index.shown(found.field), label: pathLabel(found, reading.locale) || path }
}
