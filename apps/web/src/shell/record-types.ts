import type { App } from '@pipewright/contract'
import { indexDefinition } from '@pipewright/metadata'
import type { Form, Option } from '@pipewright/schemas'

/** Options of the field that says of which type a record is, where somebody may choose one. */
export function recordTypes(app: App, form: Form): Option[] {
  const field = form.fields.find(({ key }) => key === form.typeField)
  if (field === undefined || app.rights[form.key]?.fields[field.key] !== 'write') return []
  return indexDefinition(app.definition)
    .options(field)
    .filter(({ inactive }) => inactive !== true)
}

/** The page of a new record within a workspace; of a type, where one is given. */
export function newRecordPlace(form: Form, type?: string): string {
  const page = `/f/${form.key}/new`
  if (form.typeField === undefined || type === undefined) return page
  return `${page}?values=${encodeURIComponent(JSON.stringify({ [form.typeField]: type }))}`
}
