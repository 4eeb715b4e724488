import type { Field } from '@pipewright/schemas'
import { useMemo } from 'react'
import { useRenderer } from '../environment/use-renderer.ts'
import { placePages } from './form-pages.ts'
import { placeFields, placeSections, type PlacedSection } from './form-sections.ts'
import type { RecordFormProps } from './record-form-props.ts'

function firstWritable(fields: readonly Field[], props: RecordFormProps): string | undefined {
  return fields.find((field) => props.rights.fields[field.key] === 'write')?.key
}

/** The sections that are drawn, with the fields the reader may see. */
export function useSections({ form: key, fields, rights }: RecordFormProps) {
  const { index } = useRenderer()
  const form = index.form(key)
  return useMemo(() => {
    if (form === undefined) return []
    return fields === undefined ? placeSections(form, rights) : placeFields(form, rights, fields)
  }, [form, fields, rights])
}

/** The pages of the layout: one where it has none. */
export function usePages({ form: key, fields }: RecordFormProps, sections: readonly PlacedSection[]) {
  const { index } = useRenderer()
  const layout = fields === undefined ? index.form(key)?.layout : undefined
  const pages = useMemo(() => placePages(layout, sections), [layout, sections])
  return { pages, steps: layout?.steps === true }
}

/** The first field to type in, where the form takes the focus. */
export function useFirstField(
  props: RecordFormProps,
  sections: readonly PlacedSection[],
): string | undefined {
  if (props.autoFocus !== true) return undefined
  return firstWritable(
    sections.flatMap(({ fields }) => fields.map(({ field }) => field)),
    props,
  )
}
