import type { EmailField } from '@pipewright/schemas'
import type { FieldTypeSpec } from './field-type-spec.ts'
import { mentionDefault } from './mentions.ts'
import { textOperators } from './operators.ts'
export const email: FieldTypeSpec<EmailField> = {
  type: 'email',
  label: { en: 'E-mail', zh: '邮箱' },
  description: { en: 'An e-mail address; a click writes to it.', zh: '电子邮箱地址，点击即可写信。' },
  group: 'text',
  icon: 'mail',
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
  create: (key, label) => ({ type: 'email', key, label }),
  references: mentionDefault,
}
