import { useMemo } from 'react'
import { readableFields, type ReadableField, type Reading } from '../environment/readable-fields.ts'
import { readableAt, relatedFields } from '../environment/reached-fields.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { fieldOption, relatedOptions, type FieldOption } from './field-options.ts'
import { filterOperators } from './filter-operator.ts'

/** What conditions of a form can be about. */
export interface OfferedFields {
  /** What a fresh condition is about. */
  readonly first: ReadableField | undefined
  /** What can be picked in a condition: own fields first, then those of related records, each below its relation. */
  optionsFor(path: string): readonly FieldOption[]
  find(path: string): ReadableField | undefined
}

const isAskable = ({ field }: ReadableField) => filterOperators(field).length > 0

export function offeredFields(reading: Reading, form: string, throughRelations: boolean): OfferedFields {
  const own = readableFields(reading, form).filter(isAskable)
  const groups = throughRelations ? relatedFields(reading, form) : []
  const related = groups.map((group) => ({ ...group, fields: group.fields.filter(isAskable) }))
  const offered = [...own, ...related.flatMap(({ fields }) => fields)]
  const byPath = new Map(offered.map((field) => [field.path, field]))
  const options = [...own.map(fieldOption), ...related.flatMap(relatedOptions)]
  // One that was asked for elsewhere, over several relations or by a builder, is told and can be changed too.
  const find = (path: string) => byPath.get(path) ?? readableAt(reading, form, path)
  return {
    first: own[0],
    find,
    optionsFor: (path) => {
      const other = byPath.has(path) ? undefined : find(path)
      return other === undefined ? options : [...options, fieldOption(other)]
    },
  }
}

/** What conditions of a form can be about for the reader; `throughRelations` also what is one relation away. */
export function useOfferedFields(form: string, throughRelations: boolean): OfferedFields {
  const { index, rights, locale } = useRenderer()
  return useMemo(
    () => offeredFields({ index, rights, locale }, form, throughRelations),
    [index, rights, locale, form, throughRelations],
  )
}
