import type { UrlField } from '@pipewright/schemas'
import type { FieldTypeSpec } from './field-type-spec.ts'
import { mentionDefault } from './mentions.ts'
import { textOperators } from './operators.ts'
export const url: FieldTypeSpec<UrlField> = {
  type: 'url',
  label: { en: 'Link', zh: '链接' },
  description: { en: 'A web address.', zh: '网址。' },
  group: 'text',
  icon: 'link',
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
  create: (key, label) => ({ type: 'url', key, label }),
  references: mentionDefault,
}
