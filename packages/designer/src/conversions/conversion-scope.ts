import { NUMBER, recordOf, type LabelledScope, type ScopeField } from '@pipewright/logic'
import { localize, type DefinitionIndex, type Locale, type Place } from '@pipewright/metadata'
import type { ConversionStep, Field } from '@pipewright/schemas'
import { expressionScope, expressionType, optionCalled } from '../scope/expression-scope.ts'

/** What a value of a conversion is made from. */
export interface ConversionSite {
  /** The form of the record that is converted. */
  readonly form: string
  /** Steps that come before: what they made can be referred to. */
  readonly made: readonly ConversionStep[]
  /** Rows that are copied, and the rows that these stand in. */
  readonly row?: Place
  readonly parent?: Place
  /** Whether several records are made, which are counted. */
  readonly counted?: boolean
}

const words = {
  en: {
    id: 'This record',
    index: 'Number of the copy, from 0',
    made: (form: string) => `${form} that was made`,
  },
  zh: { id: '本条记录', index: '第几条（从 0 起）', made: (form: string) => `所生成的${form}` },
} as const

const isOfRecord = ({ type }: Field): boolean => type !== 'lineItems'

function rowFields(index: DefinitionIndex, head: string, place: Place, locale: Locale): ScopeField[] {
  const key = place.lineItems?.split('.').at(-1) ?? ''
  const around = { form: place.form, lineItems: place.lineItems?.split('.').slice(0, -1).join('.') ?? '' }
  const tables = index.fieldsOf(place.form, around.lineItems === '' ? undefined : around.lineItems)
  const table = localize(tables.find((field) => field.key === key)?.label, locale) || key
  return index
    .fieldsOf(place.form, place.lineItems)
    .filter(isOfRecord)
    .map((field) => ({
      path: [head, field.key],
      label: `${table} › ${localize(field.label, locale) || field.key}`,
      type: expressionType(field),
    }))
}

/** What values of a conversion may use: the record, what was made before, and the row that is copied. */
export function conversionScope(index: DefinitionIndex, site: ConversionSite, locale: Locale): LabelledScope {
  const { form, made, row, parent, counted = false } = site
  const base = expressionScope(index, { form }, locale)
  const places = new Map([
    ['$row', row],
    ['$parent', parent],
  ])
  const fields: ScopeField[] = [
    ...(row === undefined ? [] : rowFields(index, '$row', row, locale)),
    ...(parent === undefined ? [] : rowFields(index, '$parent', parent, locale)),
    { path: ['id'], label: words[locale].id, type: recordOf(form) },
    ...made.map((step): ScopeField => ({
      path: ['$created', step.key, 'id'],
      label: words[locale].made(localize(index.form(step.form)?.label, locale) || step.key),
      type: recordOf(step.form),
    })),
    ...(counted ? [{ path: ['$index'], label: words[locale].index, type: NUMBER }] : []),
    ...base.fields(),
  ]
  const known = new Map(fields.map(({ path, type }) => [path.join('.'), type]))
  const find = ([head = '', ...rest]: readonly string[]): Field | undefined => {
    const place = places.get(head)
    return place && index.field(place, rest.join('.'))?.field
  }
  return {
    fields: () => fields,
    resolve(path) {
      const found = find(path)
      if (found !== undefined) return expressionType(found)
      return known.get(path.join('.')) ?? base.resolve(path)
    },
    option(path, text) {
      const found = find(path)
      return found === undefined ? base.option?.(path, text) : optionCalled(index, found, text)
    },
    optionLabel(path, key) {
      const found = find(path)
      if (found === undefined) return base.optionLabel?.(path, key)
      const option = index.options(found).find((one) => one.key === key)
      return option && localize(option.label, locale)
    },
  }
}

/** The form of the record that a path stands for as a whole: the one that is converted, or one made before. */
export function sourceRecord({ form, made }: ConversionSite, path: string): string | undefined {
  return path === 'id' ? form : made.find(({ key }) => path === `$created.${key}.id`)?.form
}

/** The field that a path of a conversion's value leads to; undefined for a record as a whole. */
export function sourceField(index: DefinitionIndex, site: ConversionSite, path: string): Field | undefined {
  const [head, ...rest] = path.split('.')
  if (head === '$row') return site.row && index.field(site.row, rest.join('.'))?.field
  if (head === '$parent') return site.parent && index.field(site.parent, rest.join('.'))?.field
  return path === 'id' || path.startsWith('$') ? undefined : index.field({ form: site.form }, path)?.field
}
