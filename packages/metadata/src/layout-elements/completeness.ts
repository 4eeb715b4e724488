import type { Field } from '@pipewright/schemas'
import { isWritable } from '../field-value.ts'
import type { ElementOf, ElementTypeSpec } from './element-type-spec.ts'

const first = 10

const isRequired = (field: Field): boolean => 'required' in field && field.required === true

/** What a record may lack: required values are always there, and yes or no has no gap. */
const mayLack = (field: Field): boolean =>
  isWritable(field) && field.type !== 'yesNo' && field.type !== 'lineItems' && !isRequired(field)

export const completeness: ElementTypeSpec<ElementOf<'completeness'>> = {
  type: 'completeness',
  label: { en: 'Completeness', zh: '资料完整度' },
  description: {
    en: 'How complete the record is, and a way to each value that is still missing.',
    zh: '显示资料填写的完整程度，点击即可补填缺少的内容。',
  },
  icon: 'check-square',
  isDecoration: false,
  isPublic: false,
  name: () => undefined,
  texts: () => [],
  create(key, { definition, form }) {
    const own = definition.forms.find((one) => one.key === form)?.fields ?? []
    const fields = own
      .filter(mayLack)
      .slice(0, first)
      .map((field) => field.key)
    return fields.length === 0 ? undefined : { type: 'completeness', key, fields }
  },
}
