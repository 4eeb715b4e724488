import type { TagsField } from '@pipewright/schemas'
import type { FieldTypeSpec } from './field-type-spec.ts'
import { mentionDefault } from './mentions.ts'
import { listOperators } from './operators.ts'
export const tags: FieldTypeSpec<TagsField> = {
  type: 'tags',
  label: { en: 'Tags', zh: '标签' },
  description: {
    en: 'Words people make up themselves, with suggestions.',
    zh: '自由填写的标签，输入时给出建议。',
  },
  group: 'choice',
  icon: 'tag',
  valueKind: 'list',
  writable: true,
  sortable: false,
  searchable: true,
  groupable: false,
  summable: false,
  canBeUnique: false,
  canBeColumn: true,
  operators: listOperators,
  stored: () => true,
  create: (key, label) => ({ type: 'tags', key, label }),
  references: mentionDefault,
}
