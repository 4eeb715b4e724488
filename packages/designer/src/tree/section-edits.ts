import { makeKey } from '@pipewright/metadata'
import type { Edit, Form, LocalizedText } from '@pipewright/schemas'

const firstLabel: LocalizedText = { en: 'New section', zh: '新分组' }

/** A new section of two columns at the end, or at a place. */
export function addSectionEdit(
  form: Form,
  index = form.layout.sections.length,
): Extract<Edit, { type: 'addSection' }> {
  const taken = new Set(form.layout.sections.map(({ key }) => key))
  const section = { key: makeKey('section', taken), label: firstLabel, columns: 2, items: [] }
  return { type: 'addSection', form: form.key, section, index }
}
