import type { TextField } from '@pipewright/schemas'
import type { FieldTypeSpec } from './field-type-spec.ts'
import { mentionDefault } from './mentions.ts'
import { textOperators } from './operators.ts'
export const text: FieldTypeSpec<TextField> = {
  type: 'text',
  label: { en: 'Text', zh: '单行文本' },
  description: { en: 'One line of text, such as a name or a code.', zh: '一行文字，例如名称或编码。' },
  group: 'text',
  icon: 'text',
  words: [
    'barcode',
    'QR',
    'scan',
    '条形码',
    '二维码',
    '扫码',
    'id card',
    'postcode',
    'pattern',
    '身份证',
    '邮编',
    '正则',
  ],
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
  create: (key, label) => ({ type: 'text', key, label }),
  references: mentionDefault,
}
