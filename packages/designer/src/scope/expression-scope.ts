import {
  BOOLEAN,
  DATE,
  DATE_TIME,
  DEPARTMENT_FORM,
  listOf,
  ANY,
  MEMBER_FORM,
  NUMBER,
  recordOf,
  RICH_TEXT,
  TEXT,
  TIME,
  wholeOf,
  type LabelledScope,
  type ScopeField,
  type ValueType,
} from '@pipewright/logic'
import {
  isCalculated,
  isInRows,
  localize,
  partsOf,
  placeAround,
  systemFields,
  valueTypeOf,
  type DefinitionIndex,
  type Locale,
  type Place,
} from '@pipewright/metadata'
import type { Field, Option } from '@pipewright/schemas'

const kinds: Readonly<Partial<Record<Field['type'], ValueType>>> = {
  richText: RICH_TEXT,
  number: NUMBER,
  money: NUMBER,
  percent: NUMBER,
  rating: NUMBER,
  duration: NUMBER,
  date: DATE,
  dateTime: DATE_TIME,
  time: TIME,
  yesNo: BOOLEAN,
  multiChoice: listOf(TEXT),
  tags: listOf(TEXT),
  members: listOf(recordOf(MEMBER_FORM)),
  department: recordOf(DEPARTMENT_FORM),
  departments: listOf(recordOf(DEPARTMENT_FORM)),
  attachment: listOf(TEXT),
  member: recordOf(MEMBER_FORM),
  lineItems: listOf(ANY),
  address: wholeOf('address'),
  dateRange: wholeOf('dateRange'),
  location: wholeOf('location'),
  foreignMoney: wholeOf('foreignMoney'),
  anyRelation: wholeOf('anyRelation'),
}

/** The type that expressions see. */
export function expressionType(field: Field): ValueType {
  if (field.type === 'relation') return recordOf(field.form)
  if (field.type === 'relations') return listOf(recordOf(field.form))
  const type = valueTypeOf(field)
  if (type === 'relation' && isCalculated(field)) return recordOf(field.resultForm ?? '')
  return kinds[type] ?? TEXT
}

const offered = ['owner', 'created_at', 'created_by', 'updated_at']
const prefixes = new Set(['$old', '$record'])

/** Paths an editor offers: own fields, columns of line items, and one step over relations. */
function offeredFields(index: DefinitionIndex, place: Place, locale: Locale): ScopeField[] {
  const label = (field: Field) => localize(field.label, locale) || field.key
  const own = index.fieldsOf(place.form, place.lineItems)
  const behind = (field: Field): readonly Field[] => {
    if (field.type === 'relation' || field.type === 'relations')
      return index.fieldsOf(field.form).filter((far) => far.type !== 'lineItems')
    return field.type === 'lineItems' ? field.fields : []
  }
  const direct = own.map((field): ScopeField => ({
    path: [field.key],
    label: label(field),
    type: expressionType(field),
  }))
  const system = offered.flatMap((key): ScopeField[] => {
    const field = place.lineItems === undefined ? systemFields.get(key) : undefined
    return field === undefined ? [] : [{ path: [key], label: label(field), type: expressionType(field) }]
  })
  const inside = own.flatMap((field) =>
    (field.type === 'lineItems' ? field.fields : []).flatMap((rows) =>
      (rows.type === 'lineItems' ? rows.fields : []).map((column): ScopeField => ({
        path: [field.key, rows.key, column.key],
        label: `${label(field)} › ${label(rows)} › ${label(column)}`,
        type: listOf(expressionType(column)),
      })),
    ),
  )
  const further = own.flatMap((field) =>
    behind(field).map((far): ScopeField => {
      const type = expressionType(far)
      return {
        path: [field.key, far.key],
        label: `${label(field)} › ${label(far)}`,
        type: field.type === 'relation' ? type : listOf(type),
      }
    }),
  )
  const parts = own.flatMap((field) =>
    partsOf(field).flatMap((plain): ScopeField[] => {
      const part = index.field(place, plain.key)?.field ?? plain
      const path = part.key.split('.')
      const name = `${label(field)} › ${label(part)}`
      const far = behind(part).map((each): ScopeField => ({
        path: [...path, each.key],
        label: `${name} › ${label(each)}`,
        type: expressionType(each),
      }))
      return [{ path, label: name, type: expressionType(part) }, ...far]
    }),
  )
  return [...direct, ...system, ...parts, ...further, ...inside]
}

/** What a row inside rows sees of the row and the record around it: only what they hold themselves. */
function aroundFields(index: DefinitionIndex, place: Place, locale: Locale): ScopeField[] {
  if (!isInRows(place)) return []
  const outer = placeAround(place)
  const fields = (head: string, label: string, own: readonly Field[]): ScopeField[] =>
    own.map((field) => ({
      path: [head, field.key],
      label: `${label} › ${localize(field.label, locale) || field.key}`,
      type: expressionType(field),
    }))
  const form = index.form(place.form)
  const table = index.field(place.form, outer.lineItems ?? '')?.field
  const entered = (form?.fields ?? []).filter((field) => field.type !== 'lineItems' && !isCalculated(field))
  const rows = index.fieldsOf(outer.form, outer.lineItems).filter(({ type }) => type !== 'lineItems')
  return [
    ...fields('$parent', localize(table?.label, locale), rows),
    ...fields('$record', localize(form?.label, locale), entered),
  ]
}

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

/** The key of the option with this key or label, in any language; null where none of them has it and no other is taken. */
export function optionCalled(index: DefinitionIndex, field: Field, text: string): string | null | undefined {
  const options = index.options(field)
  // What a calculated field shows may be an answer of one's own where its source takes such.
  const source = index.source(field)?.field ?? field
  if (options.length === 0) return undefined
  const wanted = plain(text)
  const isCalled = ({ label }: Option) => Object.values(label).some((name) => plain(name) === wanted)
  const found = options.find(({ key }) => key === text) ?? options.find(isCalled)
  return found?.key ?? ('other' in source && source.other === true ? undefined : null)
}

/** What formulas and conditions at a place may use, with the names people know. */
export function expressionScope(index: DefinitionIndex, place: Place, locale: Locale): LabelledScope {
  const fields = [...offeredFields(index, place, locale), ...aroundFields(index, place, locale)]
  const find = (path: readonly string[]) => {
    const [head = '', ...rest] = path
    if (isInRows(place) && (head === '$parent' || head === '$record'))
      return index.field(head === '$parent' ? placeAround(place) : { form: place.form }, rest.join('.'))
    const bare = prefixes.has(path[0] ?? '') ? path.slice(1) : path
    return index.field(place, bare.join('.'))
  }
  return {
    fields: () => fields,
    resolve(path) {
      const found = find(path)
      if (found === undefined) return undefined
      if (found.system && found.field.key === 'id') return recordOf(found.form)
      if (found.system && found.field.key === 'department') return recordOf(DEPARTMENT_FORM)
      const type = expressionType(found.field)
      return found.list && type.kind !== 'list' ? listOf(type) : type
    },
    option(path, text) {
      const field = find(path)?.field
      return field && optionCalled(index, field, text)
    },
    optionLabel(path, key) {
      const found = find(path)
      const option = found && index.options(found.field).find((one) => one.key === key)
      return option && localize(option.label, locale)
    },
  }
}
