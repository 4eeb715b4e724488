import { fieldTypes, localize, type Locale } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'

/** A field of the form that is open, found by what was typed. */
export interface FoundField {
  readonly key: string
  readonly label: string
  readonly icon: string
  readonly section: string
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()
const most = 50

/** Whether every word stands somewhere in the texts. */
export function hasWords(search: string, texts: readonly (string | undefined)[]): boolean {
  const text = plain(texts.filter(Boolean).join(' '))
  return plain(search)
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => text.includes(word))
}

/** Fields of a form by label in either language, key, type and help, in the order of the layout. */
export function foundFields(form: Form, search: string, locale: Locale): readonly FoundField[] {
  if (search.trim() === '') return []
  const fields = new Map(form.fields.map((field) => [field.key, field]))
  const found: FoundField[] = []
  for (const section of form.layout.sections)
    for (const item of section.items) {
      const field = 'field' in item ? fields.get(item.field) : undefined
      if (field === undefined || found.length >= most) continue
      const { label, icon } = fieldTypes[field.type]
      const { en, zh } = field.label
      if (!hasWords(search, [en, zh, field.key, label.en, label.zh, field.help?.en, field.help?.zh])) continue
      found.push({
        key: field.key,
        label: localize(field.label, locale) || field.key,
        icon,
        section: localize(section.label, locale),
      })
    }
  return found
}
