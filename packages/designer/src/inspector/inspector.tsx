import type { Form } from '@pipewright/schemas'
import { useDeferredValue } from 'react'
import { useArrangedForm, useDesign, useIndex, useSelection } from '../environment/design-context.ts'
import type { Selection } from '../environment/selection.ts'
import { ElementInspector } from '../elements/element-inspector.tsx'
import { elementsByKey } from '../tree/fields-by-key.ts'
import { FieldInspector } from './field-inspector.tsx'
import { FieldsInspector } from './fields-inspector.tsx'
import { FormInspector } from './form-inspector.tsx'
import { LayoutInspector } from '../layouts/layout-inspector.tsx'
import { SectionInspector } from './section-inspector.tsx'

const isThere = (form: Form, selection: Selection): boolean =>
  selection.kind !== 'field' ||
  form.fields.some(({ key }) => key === selection.field) ||
  elementsByKey(form).has(selection.field)

/** The mark on the canvas moves at once; the sheet follows as soon as it is drawn, unless its field is gone. */
function useShownSelection(form: Form | undefined): Selection {
  const now = useSelection()
  const later = useDeferredValue(now)
  return form !== undefined && isThere(form, later) ? later : now
}

/** The properties of what is selected; of the form when that is gone. */
export function Inspector() {
  const form = useArrangedForm()
  const index = useIndex()
  const selection = useShownSelection(form)
  const { layout } = useDesign()
  if (form === undefined) return null
  if (selection.kind === 'section') {
    const section = form.layout.sections.find(({ key }) => key === selection.section)
    if (section !== undefined) return <SectionInspector key={section.key} form={form} section={section} />
  }
  if (selection.kind === 'fields') return <FieldsInspector form={form} fields={selection.fields} />
  if (selection.kind === 'field') {
    const { field: key, column } = selection
    const element = elementsByKey(form).get(key)
    if (element !== undefined)
      return <ElementInspector key={`${form.key}.${key}`} form={form} element={element} />
    const site = column === undefined ? { form: form.key } : { form: form.key, lineItems: key }
    const field = index.fieldsOf(form.key, site.lineItems).find((one) => one.key === (column ?? key))
    if (field !== undefined)
      return (
        <FieldInspector
          key={`${form.key}.${selection.origin ?? key}.${column ?? ''}`}
          form={form}
          field={field}
          site={site}
        />
      )
  }
  const open = form.layouts?.find(({ key }) => key === layout)
  if (open !== undefined) return <LayoutInspector key={open.key} form={form} open={open} />
  return <FormInspector key={form.key} form={form} />
}
