import {
  elementsOf,
  fieldTypes,
  indexDefinition,
  makeKey,
  relationsIn,
  resultLooks,
  rowsPlace,
  type DefinitionIndex,
  type FieldSurroundings,
  type Place,
  workspaceCurrency,
} from '@pipewright/metadata'
import type { AppDefinition, Edit, Field, Form, LocalizedText } from '@pipewright/schemas'
import type { Slot } from './layout-places.ts'
import { firstSearch } from '../inspector/search-choices.ts'

/** Keys that a new field of the form (or column of its line items) may not have. */
export function takenKeys(definition: AppDefinition, form: Form, lineItems?: string): ReadonlySet<string> {
  const fields =
    lineItems === undefined ? form.fields : indexDefinition(definition).fieldsOf(form.key, lineItems)
  const prefix = lineItems === undefined ? `${form.key}.` : `${form.key}.${lineItems}.`
  const retired = definition.retired
    .filter((path) => path.startsWith(prefix))
    .map((path) => path.slice(prefix.length))
  // In all layouts, also when the form is arranged by one of them.
  const whole = definition.forms.find(({ key }) => key === form.key) ?? form
  const elements = lineItems === undefined ? elementsOf(whole) : []
  return new Set([...[...fields, ...elements].map(({ key }) => key), ...retired])
}

/** Who gets which access to a new field: who may fill the form in may write it, who may read records may read it. */
export function firstAccess(
  definition: AppDefinition,
  form: string,
  field: Field,
): { readonly write: string[]; readonly read: string[] } {
  const write: string[] = []
  const read: string[] = []
  for (const role of definition.roles) {
    const right = role.forms.find((one) => one.form === form)
    if (right === undefined) continue
    const fills = right.actions.includes('create') || right.actions.includes('update')
    if (fills && fieldTypes[field.type].writable) write.push(role.key)
    else if (fills || right.actions.includes('read')) read.push(role.key)
  }
  return { write, read }
}

/** What relations and rollups need to be complete from the start; null when there is nothing to relate to yet. */
function surroundingsFor(
  definition: AppDefinition,
  form: Form,
  type: Field['type'],
  place: Place = { form: form.key },
): FieldSurroundings | null {
  const currency = workspaceCurrency(definition)
  if (type === 'relation' || type === 'relations' || type === 'anyRelation') {
    const target = definition.forms.find((one) => one.key !== form.key) ?? form
    return { form: target.key, currency }
  }
  if (type === 'lookup') return lookupSurroundings(indexDefinition(definition), place)
  return type === 'rollup' ? rollupSurroundings(definition, form, place, currency) : { currency }
}

/** What a new rollup sums up: records that refer here before own rows; in a row, those inside it. */
function rollupSurroundings(
  definition: AppDefinition,
  form: Form,
  place: Place,
  currency: string,
): FieldSurroundings | null {
  const index = indexDefinition(definition)
  const items = index.fieldsOf(place.form, place.lineItems).find((field) => field.type === 'lineItems')
  const own =
    items === undefined
      ? null
      : { form: form.key, lineItems: rowsPlace(place, items.key).lineItems ?? items.key, currency }
  if (place.lineItems !== undefined) return own
  for (const other of definition.forms)
    for (const field of relationsIn(other.fields))
      if (field.form === form.key) return { form: other.key, relation: field.key, currency }
  for (const field of form.fields)
    if (field.type === 'relations') return { form: field.form, through: field.key, currency }
  const [site] = index.linksTo(form.key)
  if (site !== undefined) return { form: site.form, relation: site.field.key, currency }
  return own
}

/** The first value that a relation of the place leads to; null without a relation. */
function lookupSurroundings(index: DefinitionIndex, place: Place): FieldSurroundings | null {
  for (const field of index.fieldsOf(place.form, place.lineItems)) {
    if (field.type !== 'relation') continue
    const title = index.form(field.form)?.titleField ?? ''
    const found = index.field(field.form, title)
    const result = found && resultLooks(found.field)
    if (result !== undefined) return { path: `${field.key}.${title}`, result }
  }
  return searchSurroundings(index, place)
}

/** Without a relation a lookup searches for a record by something that it has in common with this one. */
function searchSurroundings(index: DefinitionIndex, place: Place): FieldSurroundings | null {
  for (const { key } of index.definition.forms) {
    const found = key === place.form ? undefined : firstSearch(index, place, key)
    if (found?.find === undefined || found.resultType === undefined) continue
    const { find, resultType, resultForm, scale, currency } = found
    const looks = {
      ...(resultForm === undefined ? {} : { resultForm }),
      ...(scale === undefined ? {} : { scale }),
      ...(currency === undefined ? {} : { currency }),
    }
    return { find, result: { resultType, ...looks } }
  }
  return null
}

/** Whether a field of this type can be added to the form now: a rollup needs records that refer to this form, or line items. */
export const canAdd = (
  definition: AppDefinition,
  form: Form,
  type: Field['type'],
  lineItems?: string,
): boolean => surroundingsFor(definition, form, type, placeIn(form, lineItems)) !== null

const placeIn = (form: Form, lineItems: string | undefined): Place =>
  lineItems === undefined ? { form: form.key } : { form: form.key, lineItems }

export function newField(
  definition: AppDefinition,
  form: Form,
  type: Field['type'],
  site: { readonly label?: LocalizedText; readonly lineItems?: string; readonly variant?: string } = {},
): Field {
  const variant = fieldTypes[type].variants?.find(({ name }) => name === site.variant)
  const label = site.label ?? variant?.label ?? fieldTypes[type].label
  const key = makeKey(label, takenKeys(definition, form, site.lineItems))
  const field = fieldTypes[type].create(
    key,
    label,
    surroundingsFor(definition, form, type, placeIn(form, site.lineItems)) ?? {},
  )
  return variant === undefined ? field : ({ ...field, ...variant.properties } as Field)
}

/** Adds a new field of a type at a slot of the layout. */
export function addFieldEdit(
  definition: AppDefinition,
  form: Form,
  type: Field['type'],
  slot: Slot,
  variant?: string,
): Extract<Edit, { type: 'addField' }> {
  const field = newField(definition, form, type, variant === undefined ? {} : { variant })
  const access = firstAccess(definition, form.key, field)
  return { type: 'addField', form: form.key, field, ...slot, ...access }
}
