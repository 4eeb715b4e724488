import type { Form } from '@pipewright/schemas'
import { indexOfKey, insertAt, replaceAt } from '../lists.ts'
import { changeColumns } from './change-columns.ts'
import { changeForm } from './change-form.ts'
import { type EditOf, type EditSpec, refuse } from './edit-spec.ts'
import { grant, rightPaths } from './field-rights.ts'

type AddField = EditOf<'addField'>

function addToLayout(form: Form, { field, section: name, index }: AddField) {
  if (indexOfKey(form.fields, field.key) >= 0) return refuse('key-taken', '/field/key', { key: field.key })
  const position = indexOfKey(form.layout.sections, name ?? '')
  const section = form.layout.sections[position]
  if (section === undefined) return refuse('unknown-target', '/section', { what: 'section', key: name ?? '' })
  const most = section.items.length
  if (index > most) return refuse('out-of-range', '/index', { index, most })
  const items = insertAt(section.items, index, { field: field.key })
  const sections = replaceAt(form.layout.sections, position, { ...section, items })
  const layout = { ...form.layout, sections }
  return { form: { ...form, fields: [...form.fields, field], layout }, inverse: [] }
}

export const addField: EditSpec<AddField> = {
  apply(definition, edit) {
    const { form, field, lineItems, index } = edit
    const added =
      lineItems === undefined
        ? changeForm(definition, form, (old) => addToLayout(old, edit))
        : changeColumns(definition, { form, lineItems }, (fields) => {
            if (indexOfKey(fields, field.key) >= 0)
              return refuse('key-taken', '/field/key', { key: field.key })
            if (index > fields.length) return refuse('out-of-range', '/index', { index, most: fields.length })
            return { fields: insertAt(fields, index, field), inverse: [] }
          })
    if ('problems' in added) return added
    const { write, read } = edit
    const granted = grant(definition, { form, paths: rightPaths(field, lineItems), write, read })
    if ('problems' in granted) return granted
    return {
      definition: { ...added.definition, roles: granted.roles },
      inverse: [
        {
          type: 'removeField',
          form,
          ...(lineItems !== undefined && { lineItems }),
          field: field.key,
          neverPublished: true,
        },
      ],
    }
  },
}
