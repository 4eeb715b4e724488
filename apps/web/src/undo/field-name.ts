import { localize, type Locale } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import type { Text } from '../texts/use-text.ts'

/** The label of a field of a form; the owner belongs to every form. */
export function fieldName(form: Form | undefined, key: string, locale: Locale, text: Text): string {
  if (key === 'owner') return text('owner')
  const field = form?.fields.find((candidate) => candidate.key === key)
  return localize(field?.label ?? {}, locale) || key
}
