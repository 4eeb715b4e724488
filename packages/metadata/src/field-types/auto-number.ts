import type { AutoNumberField } from '@pipewright/schemas'
import type { FieldMention, FieldTypeSpec } from './field-type-spec.ts'
import { textOperators } from './operators.ts'

/** Values that can stand in a number: they are known before the number is drawn. */
const references = ({ parts, periodField }: AutoNumberField): FieldMention[] => [
  ...(parts ?? []).flatMap((part, position): FieldMention[] =>
    part.type === 'field'
      ? [{ at: ['parts', position, 'field'], kind: 'numbering', path: part.field, expects: 'numbering' }]
      : [],
  ),
  ...(periodField === undefined
    ? []
    : [
        { at: ['periodField'], kind: 'numbering' as const, path: periodField, expects: 'numbering' as const },
      ]),
]

export const autoNumber: FieldTypeSpec<AutoNumberField> = {
  type: 'autoNumber',
  label: { en: 'Auto number', zh: '自动编号' },
  description: {
    en: 'A number without gaps, given when the record is made.',
    zh: '新建记录时自动生成的连续编号。',
  },
  group: 'text',
  icon: 'hash',
  valueKind: 'text',
  writable: false,
  sortable: true,
  searchable: true,
  groupable: false,
  summable: false,
  canBeUnique: true,
  canBeColumn: false,
  operators: textOperators,
  stored: () => true,
  create: (key, label) => ({ type: 'autoNumber', key, label, digits: 4, period: 'never' }),
  references,
}
