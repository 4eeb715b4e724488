import type {
  AnyRelationField,
  Field,
  ForeignMoneyField,
  LocalizedText,
  Option,
  RelationField,
} from '@pipewright/schemas'
import { countries, countryName } from './countries.ts'
import { currenciesOf } from './currencies.ts'

type Part = readonly [name: string, make: (key: string, field: Field) => Field]

const text =
  (label: LocalizedText) =>
  (key: string): Field => ({ type: 'text', key, label, maxLength: 200 })
const number =
  (label: LocalizedText, scale: number) =>
  (key: string): Field => ({ type: 'number', key, label, scale })
const day =
  (label: LocalizedText) =>
  (key: string): Field => ({ type: 'date', key, label })

let options: Option[] | undefined

const country = (key: string): Field => {
  options ??= countries.map((code) => ({
    key: code,
    label: { en: countryName(code, 'en'), zh: countryName(code, 'zh') },
  }))
  return { type: 'choice', key, label: { en: 'Country', zh: '国家或地区' }, options }
}

/** Digits after the point of an exchange rate. */
const rateScale = 10

const foreign =
  (make: (field: ForeignMoneyField) => Field) =>
  (key: string, field: Field): Field => ({ ...make(field as ForeignMoneyField), key })

const amountParts: readonly Part[] = [
  ['amount', foreign(({ scale = 2 }) => ({ ...number({ en: 'Amount', zh: '金额' }, scale)('amount') }))],
  [
    'currency',
    foreign((field) => ({
      type: 'choice',
      key: 'currency',
      label: { en: 'Currency', zh: '币种' },
      options: currenciesOf(field).map((code) => ({ key: code, label: { en: code, zh: code } })),
    })),
  ],
  [
    'home',
    foreign(({ home, scale = 2 }) => ({
      type: 'money',
      key: 'home',
      label: { en: `In ${home}`, zh: `折合${home}` },
      currency: home,
      scale,
    })),
  ],
  ['rate', number({ en: 'Exchange rate', zh: '汇率' }, rateScale)],
  ['day', day({ en: 'Day of the rate', zh: '汇率日期' })],
]

/** What a value of these types is made of, each of which can be filtered, sorted, grouped and reckoned by on its own. */
const parts: Readonly<Partial<Record<Field['type'], readonly Part[]>>> = {
  address: [
    ['country', country],
    ['province', text({ en: 'Province', zh: '省' })],
    ['city', text({ en: 'City', zh: '市' })],
    ['district', text({ en: 'District', zh: '区县' })],
    ['street', text({ en: 'Street', zh: '详细地址' })],
    ['postcode', text({ en: 'Postcode', zh: '邮编' })],
    ['code', text({ en: 'Division code', zh: '行政区划代码' })],
  ],
  dateRange: [
    ['start', day({ en: 'First day', zh: '开始日期' })],
    ['end', day({ en: 'Last day', zh: '结束日期' })],
    ['days', number({ en: 'Days', zh: '天数' }, 0)],
  ],
  foreignMoney: amountParts,
  location: [
    ['latitude', number({ en: 'Latitude', zh: '纬度' }, 6)],
    ['longitude', number({ en: 'Longitude', zh: '经度' }, 6)],
    ['label', text({ en: 'Name', zh: '名称' })],
  ],
}

/** What a form is called, by its key. */
export type FormLabels = ReadonlyMap<string, { readonly label: LocalizedText }>

const noLabels: FormLabels = new Map()

/** The form that is named, and the record where it is one of that form. */
function targetParts(
  { key, targets, onDelete = 'refuse', reverseLabel }: AnyRelationField,
  labels: FormLabels,
): Field[] {
  const nameOf = (form: string): LocalizedText => labels.get(form)?.label ?? { en: form, zh: form }
  return [
    {
      type: 'choice',
      key: `${key}.form`,
      label: { en: 'Form', zh: '表单' },
      options: targets.map(({ form }) => ({ key: form, label: nameOf(form) })),
    },
    ...targets.map(({ form, filter, fill, pickColumns }): Field => ({
      type: 'relation',
      key: `${key}.${form}`,
      label: nameOf(form),
      form,
      onDelete,
      ...(filter !== undefined && { filter }),
      ...(fill !== undefined && { fill }),
      ...(pickColumns !== undefined && { pickColumns }),
      ...(reverseLabel !== undefined && { reverseLabel }),
    })),
  ]
}

const known = new WeakMap<FormLabels, WeakMap<Field, ReadonlyMap<string, Field>>>()
const none: ReadonlyMap<string, Field> = new Map()

function makeParts(field: Field, labels: FormLabels): readonly Field[] | undefined {
  if (field.type === 'anyRelation') return targetParts(field, labels)
  return parts[field.type]?.map(([name, make]) => make(`${field.key}.${name}`, field))
}

function partMap(field: Field, given: FormLabels): ReadonlyMap<string, Field> {
  const labels = field.type === 'anyRelation' ? given : noLabels
  const of = known.get(labels) ?? new WeakMap<Field, ReadonlyMap<string, Field>>()
  known.set(labels, of)
  const before = of.get(field)
  if (before !== undefined) return before
  const own = makeParts(field, labels)
  if (own === undefined) return none
  const made = new Map(own.map((part) => [part.key.slice(field.key.length + 1), part] as const))
  of.set(field, made)
  return made
}

/**
 * The parts of a value as fields that nobody writes by themselves; their keys are paths (`address.city`). None for
 * types whose values are of one piece.
 */
export const partsOf = (field: Field, labels: FormLabels = noLabels): readonly Field[] => [
  ...partMap(field, labels).values(),
]

export const partNamed = (field: Field, name: string, labels: FormLabels = noLabels): Field | undefined =>
  partMap(field, labels).get(name)

/** The parts of a relation to any of several forms that name a record: one per form. */
export const targetPartsOf = (field: Field, labels?: FormLabels): readonly RelationField[] =>
  field.type === 'anyRelation'
    ? partsOf(field, labels).filter((part): part is RelationField => part.type === 'relation')
    : []

/** Relations to one record: of the fields themselves, and those for each form of relations to any of several. */
export const relationsIn = (fields: readonly Field[]): readonly RelationField[] =>
  fields.flatMap((field) => (field.type === 'relation' ? [field] : targetPartsOf(field)))

const subjects: Readonly<Record<string, readonly string[]>> = {
  coversDay: ['start', 'end'],
  overlapsDays: ['start', 'end'],
  withinMetres: ['latitude', 'longitude'],
}

/** What an operator looks at: the field itself, or those parts of its value. */
export const subjectPaths = (path: string, operator: string): readonly string[] =>
  subjects[operator]?.map((part) => `${path}.${part}`) ?? [path]

/** Names of columns that hold parts of fields, and so can be no field's. */
export const partColumnsOf = (fields: readonly Field[]): ReadonlySet<string> =>
  new Set(
    fields.flatMap((field) => {
      const own = partsOf(field)
      return own.length === 0
        ? []
        : [...own.map(({ key }) => partColumn(key)), partColumn(`${field.key}.text`)]
    }),
  )

/** Whether a field is a part of another one: their keys are paths. */
export const isPart = ({ key }: Field): boolean => key.includes('.')

/** The generated column that holds a part: `address_city`; `text` is the whole value in one line. */
export const partColumn = (key: string): string => key.replace('.', '_')
