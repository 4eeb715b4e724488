import type { FormulaField } from '@pipewright/schemas'
import type { FieldTypeSpec } from './field-type-spec.ts'
import { textOperators } from './operators.ts'
import { asksWho } from '../asks-who.ts'
import { mentionsClock } from '../mentions-clock.ts'
import { readsForms } from '../reads-forms.ts'
export const formula: FieldTypeSpec<FormulaField> = {
  type: 'formula',
  label: { en: 'Formula', zh: '公式' },
  description: { en: 'A value calculated from other fields.', zh: '由其他字段计算得出的值。' },
  group: 'calculated',
  icon: 'formula',
  valueKind: 'text',
  writable: false,
  sortable: true,
  searchable: true,
  groupable: true,
  summable: true,
  canBeUnique: false,
  canBeColumn: true,
  operators: textOperators,
  stored: ({ expression }) => !mentionsClock(expression) && !asksWho(expression) && !readsForms(expression),
  create: (key, label) => ({
    type: 'formula',
    key,
    label,
    expression: null,
    resultType: 'number',
    scale: 2,
  }),
  references: (field) => [{ at: ['expression'], kind: 'formula', expression: field.expression }],
}
