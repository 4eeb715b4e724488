import { makeKey } from '@pipewright/metadata'
import type { Edit, Form, LocalizedText } from '@pipewright/schemas'

const firstLabel: LocalizedText = { en: 'New section', zh: '新分组' }

/** A new section of two columns at the end, or at a place; on the tab of the one before it. */
export function addSectionEdit(
  form: Form,
  index = form.layout.sections.length,
): Extract<Edit, { type: 'addSection' }> {
  const taken = new Set(form.layout.sections.map(({ key }) => key))
  const page = form.layout.sections[index - 1]?.page
  const section = {
    key: makeKey('section', taken),
    label: firstLabel,
    columns: 2,
    items: [],
    ...(page === undefined ? {} : { page }),
  }
  return { type: 'addSection', form: form.key, section, index }
}
