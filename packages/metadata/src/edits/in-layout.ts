import type { AppDefinition, Edit, Form, FormLayout } from '@pipewright/schemas'
import { indexOfKey, replaceAt } from '../lists.ts'
import { type EditResult, refuse } from './edit-spec.ts'
import { restoreBetween } from './restore-between.ts'

type Arranging = Extract<Edit, { layout?: string }>

const isAbout = (edit: Edit): edit is Arranging & { layout: string } =>
  'layout' in edit && typeof edit.layout === 'string'

function withForm(definition: AppDefinition, form: Form): AppDefinition {
  const position = indexOfKey(definition.forms, form.key)
  return { ...definition, forms: replaceAt(definition.forms, position, form) }
}

function putBack(before: Form, after: Form, at: number): Form {
  const layouts = before.layouts ?? []
  const own = layouts[at] as FormLayout
  return {
    ...after,
    layout: before.layout,
    layouts: replaceAt(layouts, at, { ...own, layout: after.layout }),
  }
}

/**
 * Lets an edit that names a further layout arrange that one, as if it were the standard layout of its form: each way of
 * arranging is written once.
 */
export function inLayout(
  definition: AppDefinition,
  edit: Edit,
  apply: (definition: AppDefinition, edit: Edit) => EditResult,
): EditResult {
  if (!isAbout(edit)) return apply(definition, edit)
  const { layout: key } = edit
  const form = definition.forms.find((one) => one.key === edit.form)
  if (form === undefined) return refuse('unknown-target', '/form', { what: 'form', key: edit.form })
  const at = indexOfKey(form.layouts ?? [], key)
  const own = form.layouts?.[at]
  if (own === undefined) return refuse('unknown-target', '/layout', { what: 'layout', key })
  const { layout: _, ...bare } = edit
  const result = apply(withForm(definition, { ...form, layout: own.layout }), bare as Edit)
  if ('problems' in result) return result
  const changed = result.definition.forms.find((one) => one.key === edit.form) as Form
  const after = withForm(definition, putBack(form, changed, at))
  const inverse = result.inverse.map((one): Edit =>
    one.type === 'restore' ? restoreBetween(after, definition) : ({ ...one, layout: key } as Edit),
  )
  return { definition: after, inverse }
}
