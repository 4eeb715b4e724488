import type { Field, Form, Section } from '@pipewright/schemas'
import { useMemo } from 'react'
import { placePages } from './form-pages.ts'
import {
  holdsSomething,
  isPlacedField,
  placeFields,
  placeSections,
  withItems,
  type PlacedItem,
  type PlacedSection,
} from './form-sections.ts'
import type { RecordFormProps } from './record-form-props.ts'

/** What must be filled and has no place on the layout. */
const alsoNeeded: Partial<Section> = {
  key: 'also_needed',
  label: { en: 'Also needed', zh: '还需填写' },
  columns: 2,
}

function firstWritable(fields: readonly Field[], props: RecordFormProps): string | undefined {
  return fields.find((field) => props.rights.fields[field.key] === 'write')?.key
}

const isSystem = (item: PlacedItem): boolean => isPlacedField(item) && item.isSystem === true

/** The sections that are drawn, with the fields the reader may see. */
export function useSections(props: RecordFormProps, form: Form | undefined, asked: readonly string[]) {
  const { fields, rights } = props
  const hasSystem = props.system !== undefined
  return useMemo(() => {
    if (form === undefined) return []
    if (fields !== undefined) return placeFields(form, rights, fields)
    const sections = placeSections(form, rights).map((section) =>
      hasSystem
        ? section
        : withItems(
            section.section,
            section.items.filter((item) => !isSystem(item)),
          ),
    )
    const further = placeFields(form, rights, asked, alsoNeeded)
    return [...sections.filter(holdsSomething), ...further]
  }, [form, fields, rights, asked, hasSystem])
}

/** The pages of the layout: one where it has none. */
export function usePages(
  { fields }: RecordFormProps,
  form: Form | undefined,
  sections: readonly PlacedSection[],
) {
  const layout = fields === undefined ? form?.layout : undefined
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
