import type { MultiChoiceField } from '@pipewright/schemas'
import type { FieldTypeSpec } from './field-type-spec.ts'
import { mentionDefault, mentionOptionSet } from './mentions.ts'
import { listOperators } from './operators.ts'
export const multiChoice: FieldTypeSpec<MultiChoiceField> = {
  type: 'multiChoice',
  label: { en: 'Multiple choice', zh: '多选' },
  description: { en: 'Any number of options of a list.', zh: '从列表中选任意多项。' },
  group: 'choice',
  icon: 'multi-select',
  valueKind: 'list',
  writable: true,
  sortable: false,
  searchable: false,
  groupable: false,
  summable: false,
  canBeUnique: false,
  canBeColumn: true,
  operators: listOperators,
  stored: () => true,
  create: (key, label) => ({
    type: 'multiChoice',
    key,
    label,
    options: [
      { key: 'option_1', label: { en: 'Option 1', zh: '选项 1' }, color: 'blue' },
      { key: 'option_2', label: { en: 'Option 2', zh: '选项 2' }, color: 'green' },
    ],
  }),
  references: (field) => [...mentionDefault(field), ...mentionOptionSet(field)],
}
