import type { FormRights } from '@pipewright/contract'
import { localize, partsOf, systemFields, type DefinitionIndex, type Locale } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { useMemo } from 'react'
import { useRenderer } from './use-renderer.ts'

export interface ReadableField {
  readonly path: string
  readonly field: Field
  readonly label: string
}

/** What decides which fields of a form somebody may see, and how they are called for him. */
export interface Reading {
  readonly index: DefinitionIndex
  readonly rights: Readonly<Record<string, FormRights>>
  readonly locale: Locale
}

/** System columns that are of use in lists and filters. */
const useful = ['owner', 'created_at', 'created_by', 'updated_at', 'updated_by']

/** The fields of a form that somebody may see, and their parts. */
export function readableFields({ index, rights, locale }: Reading, form: string): readonly ReadableField[] {
  const readable = rights[form]?.fields ?? {}
  const own = index.fieldsOf(form).filter((field) => readable[field.key] !== undefined)
  const system = useful.flatMap((key) => systemFields.get(key) ?? [])
  return [...own, ...system].flatMap((field) => {
    const label = localize(field.label, locale) || field.key
    const parts = partsOf(field).map((part) => {
      const known = index.field(form, part.key)?.field ?? part
      return { path: part.key, field: known, label: `${label} · ${localize(known.label, locale)}` }
    })
    return [{ path: field.key, field: index.shown(field), label }, ...parts]
  })
}

/** The fields of a form that the reader may see, with labels in the language of the interface. */
export function useReadableFields(form: string): readonly ReadableField[] {
  const { index, rights, locale } = useRenderer()
  return useMemo(() => readableFields({ index, rights, locale }, form), [index, rights, form, locale])
}
