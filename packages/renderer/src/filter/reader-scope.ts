import {
  ANY,
  BOOLEAN,
  DATE,
  DATE_TIME,
  listOf,
  NUMBER,
  recordOf,
  TEXT,
  TIME,
  type LabelledScope,
  type ValueType,
} from '@pipewright/logic'
import {
  isOther,
  localize,
  optionsByKey,
  otherText,
  peopleFormOf,
  valueKindOf,
  type DefinitionIndex,
  type Place,
  type Locale,
} from '@pipewright/metadata'
import { readRef } from '@pipewright/compiler'
import type { Field } from '@pipewright/schemas'
import { pathLabel } from '../environment/path-label.ts'
import type { ReadableField } from '../environment/readable-fields.ts'

const kinds: Readonly<Record<string, ValueType>> = {
  text: TEXT,
  number: NUMBER,
  boolean: BOOLEAN,
  date: DATE,
  dateTime: DATE_TIME,
  time: TIME,
  list: listOf(TEXT),
  rows: listOf(ANY),
}

function typeOf(field: Field): ValueType {
  if (field.type === 'anyRelation') return TEXT
  if (field.type === 'relation') return recordOf(field.form)
  if (field.type === 'relations') return listOf(recordOf(field.form))
  const people = peopleFormOf(field)
  if (people !== undefined) return valueKindOf(field) === 'list' ? listOf(recordOf(people)) : recordOf(people)
  return kinds[valueKindOf(field)] ?? ANY
}

/** What a condition on a form may name, with labels: for sentences. `title` finds names of records and members. */
export function readerScope(
  index: DefinitionIndex,
  form: string | Place,
  fields: readonly ReadableField[],
  locale: Locale,
  title: (id: string) => string | undefined,
): LabelledScope {
  const siteOf = (path: readonly string[]) => index.field(form, path.join('.'))
  const found = (path: readonly string[]) => {
    const site = siteOf(path)
    return site && index.shown(site.field)
  }
  return {
    resolve: (path) => {
      const field = found(path)
      return field === undefined ? undefined : typeOf(field)
    },
    fields: () =>
      fields.map(({ path, field, label }) => ({ path: path.split('.'), label, type: typeOf(field) })),
    pathLabel: (path) => {
      const site = siteOf(path)
      return site && pathLabel(site, locale)
    },
    optionLabel: (path, key) => {
      const field = found(path)
      if (field === undefined) return undefined
      if (field.type === 'anyRelation') return title(readRef(key)?.id ?? '')
      const isRecord = field.type === 'relation' || field.type === 'relations'
      if (isRecord || peopleFormOf(field) !== undefined) return title(key)
      if (isOther(key)) return otherText(key)
      const option = optionsByKey(index.options(field)).get(key)
      return option === undefined ? undefined : localize(option.label, locale)
    },
  }
}
