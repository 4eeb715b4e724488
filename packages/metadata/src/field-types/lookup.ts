import type { LookupField } from '@pipewright/schemas'
import type { FieldTypeSpec } from './field-type-spec.ts'
import { textOperators } from './operators.ts'

export const lookup: FieldTypeSpec<LookupField> = {
  type: 'lookup',
  label: { en: 'Lookup', zh: '引用' },
  description: {
    en: 'A value of a related record, such as the region of the account.',
    zh: '关联记录中的值，例如客户所在的区域。',
  },
  group: 'calculated',
  icon: 'lookup',
  valueKind: 'text',
  writable: false,
  sortable: true,
  searchable: true,
  groupable: true,
  summable: true,
  canBeUnique: false,
  canBeColumn: true,
  operators: textOperators,
  stored: () => true,
  create: (key, label, surroundings) => ({
    type: 'lookup',
    key,
    label,
    path: surroundings?.path ?? 'relation.field',
    resultType: 'text',
    ...surroundings?.result,
  }),
  references: (field) => [{ at: ['path'], kind: 'lookup', path: field.path, expects: 'lookedUp' }],
}
