import { useDesign, useIndex, useOpenForm } from '../environment/design-context.ts'
import { FieldInspector } from './field-inspector.tsx'
import { FieldsInspector } from './fields-inspector.tsx'
import { FormInspector } from './form-inspector.tsx'
import { SectionInspector } from './section-inspector.tsx'

/** The properties of what is selected; of the form when that is gone. */
export function Inspector() {
  const { selection } = useDesign()
  const form = useOpenForm()
  const index = useIndex()
  if (form === undefined) return null
  if (selection.kind === 'section') {
    const section = form.layout.sections.find(({ key }) => key === selection.section)
    if (section !== undefined) return <SectionInspector key={section.key} form={form} section={section} />
  }
  if (selection.kind === 'fields') return <FieldsInspector form={form} fields={selection.fields} />
  if (selection.kind === 'field') {
    const { field: key, column } = selection
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
  return <FormInspector key={form.key} form={form} />
}
