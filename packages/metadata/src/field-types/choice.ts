import type { ChoiceField } from '@pipewright/schemas'
import type { FieldTypeSpec } from './field-type-spec.ts'
import { mentionDefault, mentionOptionSet } from './mentions.ts'
import { pickOperators } from './operators.ts'
export const choice: FieldTypeSpec<ChoiceField> = {
  type: 'choice',
  label: { en: 'Single choice', zh: '单选' },
  description: { en: 'One option of a list, such as a stage.', zh: '从列表中选一项，例如阶段。' },
  group: 'choice',
  icon: 'select',
  valueKind: 'text',
  writable: true,
  sortable: true,
  searchable: false,
  groupable: true,
  summable: false,
  canBeUnique: false,
  canBeColumn: true,
  operators: pickOperators,
  stored: () => true,
  create: (key, label) => ({
    type: 'choice',
    key,
    label,
    options: [
      { key: 'option_1', label: { en: 'Option 1', zh: '选项 1' }, color: 'blue' },
      { key: 'option_2', label: { en: 'Option 2', zh: '选项 2' }, color: 'green' },
    ],
  }),
  references: (field) => [...mentionDefault(field), ...mentionOptionSet(field)],
}
