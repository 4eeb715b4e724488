import { siteOf } from '../environment/site-of.ts'
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

/** Selections with the same sheet: a new field keeps it though its key follows its name. */
const sheetOf = (selection: Selection): string =>
  JSON.stringify(
    selection.kind === 'field' ? { ...selection, field: selection.origin ?? selection.field } : selection,
  )

/** The mark on the canvas moves at once; the sheet follows as soon as it is drawn, unless its field is gone. */
function useShownSelection(form: Form | undefined): readonly [shown: Selection, isBehind: boolean] {
  const now = useSelection()
  const later = useDeferredValue(now)
  const shown = form !== undefined && isThere(form, later) ? later : now
  return [shown, sheetOf(shown) !== sheetOf(now)]
}

/** The properties of what is selected; of the form when that is gone. What is shown too late takes no keys any more. */
export function Inspector() {
  const form = useArrangedForm()
  const [selection, isBehind] = useShownSelection(form)
  if (form === undefined) return null
  return (
    <div className="pwd-properties" inert={isBehind}>
      <Sheet form={form} selection={selection} />
    </div>
  )
}

function Sheet({ form, selection }: { readonly form: Form; readonly selection: Selection }) {
  const index = useIndex()
  const { layout } = useDesign()
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
    const { key: own, ...site } = siteOf(form.key, selection)
    const field = index.fieldsOf(form.key, site.lineItems).find((one) => one.key === own)
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
