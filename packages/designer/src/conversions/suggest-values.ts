import { fits, recordOf } from '@pipewright/logic'
import { isWritable, type DefinitionIndex, type Place } from '@pipewright/metadata'
import type { Expression, Field } from '@pipewright/schemas'
import { expressionType } from '../scope/expression-scope.ts'
import { sourceField, sourceRecord, type ConversionSite } from './conversion-scope.ts'

type Assigned = Readonly<Record<string, Expression>>

/** Fields that a conversion can give a value; rows of their own are copied, files stay where they are. */
export const isFillable = (field: Field): boolean =>
  isWritable(field) && field.type !== 'lineItems' && field.type !== 'attachment'

/** Keys of options of one field that another does not have: their records could not be converted. */
export function foreignOptions(index: DefinitionIndex, to: Field, from: Field): string[] {
  const known = new Set(index.options(to).map(({ key }) => key))
  const isOpen = 'other' in to && to.other === true
  return isOpen
    ? []
    : index
        .options(from)
        .map(({ key }) => key)
        .filter((key) => !known.has(key))
}

const isChoice = ({ type }: Field): boolean => type === 'choice' || type === 'multiChoice'

/** Whether each value of one field is one of the other's. */
function takes(index: DefinitionIndex, to: Field, from: Field): boolean {
  if (!fits(expressionType(from), expressionType(to))) return false
  if (isChoice(to) !== isChoice(from)) return false
  return !isChoice(to) || foreignOptions(index, to, from).length === 0
}

const plain = (text: string | undefined): string => (text ?? '').replace(/[\s_（）()]/g, '').toLowerCase()

const isSameName = (a: Field, b: Field): boolean =>
  a.key === b.key ||
  (['en', 'zh'] as const).some((locale) => {
    const name = plain(a.label[locale])
    return name !== '' && name === plain(b.label[locale])
  })

/** Where the values of a record or row come from, and the fields there. */
function offered(index: DefinitionIndex, site: ConversionSite): { path: string; field: Field }[] {
  const place = site.row ?? { form: site.form }
  const head = site.row === undefined ? '' : '$row.'
  return index
    .fieldsOf(place.form, place.lineItems)
    .filter(({ type }) => type !== 'lineItems')
    .map((field) => ({ path: `${head}${field.key}`, field }))
}

/** A record that a relation is about: one made before, else the one that is converted. */
function recordFor(site: ConversionSite, to: Place, field: Field): string | undefined {
  if (field.type !== 'relation') return undefined
  const made = site.made.find((step) => step.form === field.form)
  if (made !== undefined) return `$created.${made.key}.id`
  // A record that points at others of its own form means its parent, not what it was made from.
  return field.form === site.form && to.form !== site.form ? 'id' : undefined
}

/** Values for fields that have none yet, found by key, by name and by what a relation points to. */
export function suggestValues(
  index: DefinitionIndex,
  site: ConversionSite,
  to: Place,
  values: Assigned = {},
): Record<string, Expression> {
  const sources = offered(index, site)
  const found = index.fieldsOf(to.form, to.lineItems).flatMap((field) => {
    if (!isFillable(field) || Object.hasOwn(values, field.key)) return []
    const record = recordFor(site, to, field)
    if (record !== undefined) return [[field.key, { var: record }] as const]
    const named = sources.filter((one) => isSameName(one.field, field) && takes(index, field, one.field))
    const best = named.find((one) => one.field.key === field.key) ?? named[0]
    return best === undefined ? [] : [[field.key, { var: best.path }] as const]
  })
  return Object.fromEntries(found)
}

/** Fields that must be filled, that nothing fills here or by itself. */
export const unfilledFields = (fields: readonly Field[], values: Assigned = {}): Field[] =>
  fields.filter(
    (field) =>
      isWritable(field) &&
      'required' in field &&
      field.required === true &&
      !('default' in field && field.default !== undefined) &&
      !Object.hasOwn(values, field.key),
  )

/** The path of a value that is just that of a field. */
export function plainPath(value: Expression | undefined): string | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined
  const path: unknown = Object.keys(value).length === 1 ? value['var'] : undefined
  return typeof path === 'string' ? path : undefined
}

/** What a builder should know about a field that is taken over as it is. */
export type MappingNote =
  | { readonly code: 'doesNotFit' | 'notOptions' | 'optionKey' }
  | { readonly code: 'foreignOptions'; readonly options: readonly string[] }

export function noteOf(
  index: DefinitionIndex,
  site: ConversionSite,
  field: Field,
  path: string,
): MappingNote | undefined {
  const record = sourceRecord(site, path)
  if (record !== undefined)
    return fits(recordOf(record), expressionType(field)) ? undefined : { code: 'doesNotFit' }
  const from = sourceField(index, site, path)
  if (from === undefined) return undefined
  if (!fits(expressionType(from), expressionType(field))) return { code: 'doesNotFit' }
  if (isChoice(field) && !isChoice(from)) return { code: 'notOptions' }
  if (!isChoice(field) && isChoice(from) && field.type !== 'tags') return { code: 'optionKey' }
  const options = isChoice(field) ? foreignOptions(index, field, from) : []
  return options.length === 0 ? undefined : { code: 'foreignOptions', options }
}
