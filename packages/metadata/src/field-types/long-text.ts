import type { LongTextField } from '@pipewright/schemas'
import type { FieldTypeSpec } from './field-type-spec.ts'
import { mentionDefault } from './mentions.ts'
import { textOperators } from './operators.ts'
export const longText: FieldTypeSpec<LongTextField> = {
  type: 'longText',
  label: { en: 'Long text', zh: '多行文本' },
  description: { en: 'Several lines of text, such as notes.', zh: '多行文字，例如备注。' },
  group: 'text',
  icon: 'align-left',
  valueKind: 'text',
  writable: true,
  sortable: false,
  searchable: true,
  groupable: false,
  summable: false,
  canBeUnique: false,
  canBeColumn: true,
  operators: textOperators,
  stored: () => true,
  create: (key, label) => ({ type: 'longText', key, label }),
  references: mentionDefault,
}
