import type { Field, Form } from '@pipewright/schemas'
import { partNamed } from './field-parts.ts'
import { rowFields, systemFields } from './system-fields.ts'

/** Where a path starts: a record of a form, or a row of its line items. */
export interface Place {
  form: string
  /** Key of the line items field; of one inside rows, both keys ("items.parts"). */
  lineItems?: string
}

/** The rows of a line items field that stands in a place: of a form, or one level down in other rows ("items.parts"). */
export const rowsPlace = ({ form, lineItems }: Place, key: string): Place => ({
  form,
  lineItems: lineItems === undefined ? key : `${lineItems}.${key}`,
})

/** The place around rows: the rows that theirs stand in, or the form. */
export function placeAround({ form, lineItems }: Place): Place {
  const end = lineItems?.lastIndexOf('.') ?? -1
  return lineItems === undefined || end < 0 ? { form } : { form, lineItems: lineItems.slice(0, end) }
}

/** Whether rows stand in other rows. */
export const isInRows = ({ lineItems }: Place): boolean => lineItems?.includes('.') === true

/** One field where it is defined. */
export interface FieldSite extends Place {
  field: Field
}

/** What a path leads to. */
export interface FoundField extends FieldSite {
  /** A column that every form has by itself (owner, created_at …). */
  system: boolean
  /** The relations and line items walked through, in order. */
  hops: readonly FieldSite[]
  /** Goes through line items or a relation to many, so it yields one value per row or record. */
  list: boolean
}

const longestPath = 4

const fieldMaps = new WeakMap<readonly Field[], ReadonlyMap<string, Field>>()

/** A list of fields is never changed in place, so looking it through once is enough. */
function fieldByKey(fields: readonly Field[], key: string): Field | undefined {
  const known = fieldMaps.get(fields) ?? new Map(fields.map((field) => [field.key, field]))
  fieldMaps.set(fields, known)
  return known.get(key)
}

/** Fields of a form, or of the line items field inside it. */
export function fieldsAt(form: Form | undefined, lineItems?: string): readonly Field[] {
  let fields: readonly Field[] = form?.fields ?? []
  for (const key of lineItems?.split('.') ?? []) {
    const field = fieldByKey(fields, key)
    fields = field?.type === 'lineItems' ? field.fields : []
  }
  return fields
}

export function findField(
  forms: ReadonlyMap<string, Form>,
  from: Place,
  path: string,
): FoundField | undefined {
  const segments = path.split('.')
  if (segments.length > longestPath) return undefined
  const hops: FieldSite[] = []
  let place = from
  let list = false
  for (let position = 0; position < segments.length; position += 1) {
    const key = segments[position] ?? ''
    const form = forms.get(place.form)
    if (form === undefined) return undefined
    const own = fieldByKey(fieldsAt(form, place.lineItems), key)
    const system = (place.lineItems === undefined ? systemFields : rowFields).get(key)
    const field = own ?? system
    if (field === undefined) return undefined
    if (position === segments.length - 1) return { ...place, field, system: own === undefined, hops, list }
    hops.push({ ...place, field })
    if (field.type === 'relation') place = { form: field.form }
    else if (field.type === 'relations') {
      place = { form: field.form }
      list = true
    } else if (field.type === 'lineItems' && !isInRows(place)) {
      place = rowsPlace(place, field.key)
      list = true
    } else {
      const part = partNamed(field, segments[position + 1] ?? '', forms)
      if (part === undefined) return undefined
      position += 1
      if (position === segments.length - 1) return { ...place, field: part, system: false, hops, list }
      if (part.type !== 'relation') return undefined
      hops.push({ ...place, field: part })
      place = { form: part.form }
    }
  }
  return undefined
}
