import type { Field, LocalizedText, Option } from '@pipewright/schemas'
import { countries, countryName } from './countries.ts'

type Part = readonly [name: string, make: (key: string) => Field]

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
  location: [
    ['latitude', number({ en: 'Latitude', zh: '纬度' }, 6)],
    ['longitude', number({ en: 'Longitude', zh: '经度' }, 6)],
    ['label', text({ en: 'Name', zh: '名称' })],
  ],
}

const known = new WeakMap<Field, ReadonlyMap<string, Field>>()
const none: ReadonlyMap<string, Field> = new Map()

function partMap(field: Field): ReadonlyMap<string, Field> {
  const own = parts[field.type]
  if (own === undefined) return none
  const made =
    known.get(field) ?? new Map(own.map(([name, make]) => [name, make(`${field.key}.${name}`)] as const))
  known.set(field, made)
  return made
}

/**
 * The parts of a value as fields that nobody writes by themselves; their keys are paths (`address.city`). None for
 * types whose values are of one piece.
 */
export const partsOf = (field: Field): readonly Field[] => [...partMap(field).values()]

export const partNamed = (field: Field, name: string): Field | undefined => partMap(field).get(name)

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

/** The generated column that holds a part: `address_city`; `text` is the whole value in one line. */
export const partColumn = (key: string): string => key.replace('.', '_')
