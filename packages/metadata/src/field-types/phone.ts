import type { PhoneField } from '@pipewright/schemas'
import type { FieldTypeSpec } from './field-type-spec.ts'
import { mentionDefault } from './mentions.ts'
import { textOperators } from './operators.ts'
export const phone: FieldTypeSpec<PhoneField> = {
  type: 'phone',
  label: { en: 'Phone', zh: '电话' },
  description: { en: 'A phone number; a tap calls it.', zh: '电话号码，点击即可拨打。' },
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
  create: (key, label) => ({ type: 'phone', key, label }),
  references: mentionDefault,
}
