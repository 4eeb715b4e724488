import type { PhoneField } from '@pipewright/schemas'
import type { FieldTypeSpec } from './field-type-spec.ts'
import { countryOfCurrency } from '../countries.ts'
import { mentionDefault } from './mentions.ts'
import { textOperators } from './operators.ts'
export const phone: FieldTypeSpec<PhoneField> = {
  type: 'phone',
  label: { en: 'Phone', zh: '电话' },
  description: {
    en: 'A phone number of any country in one spelling; a tap calls it.',
    zh: '各国电话号码，自动统一格式，点击即可拨打。',
  },
  group: 'text',
  icon: 'phone',
  valueKind: 'text',
  writable: true,
  sortable: true,
  searchable: true,
  groupable: true,
  summable: false,
  canBeUnique: true,
  canBeColumn: true,
  operators: textOperators,
  stored: () => true,
  create: (key, label, surroundings) => {
    const country = countryOfCurrency(surroundings?.currency ?? '')
    return { type: 'phone', key, label, ...(country !== undefined && { country }) }
  },
  references: mentionDefault,
}
