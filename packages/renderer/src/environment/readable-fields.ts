import { localize, partsOf, systemFields } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { useMemo } from 'react'
import { useRenderer } from './use-renderer.ts'

export interface ReadableField {
  readonly path: string
  readonly field: Field
  readonly label: string
}

/** System columns that are of use in lists and filters. */
const useful = ['owner', 'created_at', 'created_by', 'updated_at', 'updated_by']

/** The fields of a form that the reader may see, with labels in the language of the interface. */
export function useReadableFields(form: string): readonly ReadableField[] {
  const { index, rights, locale } = useRenderer()
  return useMemo(() => {
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
  }, [index, rights, form, locale])
}
