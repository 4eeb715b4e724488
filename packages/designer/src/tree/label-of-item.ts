import { elementName } from '@pipewright/metadata'
import type { Form, LocalizedText } from '@pipewright/schemas'
import { elementsByKey, fieldsByKey } from './fields-by-key.ts'

/** What a field or an element of the layout is called. */
export function labelOfItem(form: Form, key: string): LocalizedText | undefined {
  const element = elementsByKey(form).get(key)
  return element === undefined ? fieldsByKey(form).get(key)?.label : elementName(element)
}
