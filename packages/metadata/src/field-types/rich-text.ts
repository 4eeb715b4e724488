import type { RichTextField } from '@pipewright/schemas'
import type { FieldTypeSpec } from './field-type-spec.ts'
import { mentionDefault } from './mentions.ts'
import { textOperators } from './operators.ts'
export const richText: FieldTypeSpec<RichTextField> = {
  type: 'richText',
  label: { en: 'Rich text', zh: '富文本' },
  description: {
    en: 'Text with headings, lists, links and emphasis.',
    zh: '带标题、列表、链接和强调格式的文字。',
  },
  group: 'text',
  icon: 'file-text',
  words: ['html', 'formatted', 'bold', 'editor', '格式', '加粗', '编辑器', '图文'],
  valueKind: 'text',
  writable: true,
  sortable: false,
  searchable: true,
  groupable: false,
  summable: false,
  canBeUnique: false,
  // An editor needs more room than a cell of a row has.
  canBeColumn: true,
  operators: textOperators,
  stored: () => true,
  create: (key, label) => ({ type: 'richText', key, label }),
  references: mentionDefault,
}
