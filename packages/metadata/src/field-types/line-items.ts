import type { LineItemsField } from '@pipewright/schemas'
import type { FieldTypeSpec } from './field-type-spec.ts'
import { emptyOperators } from './operators.ts'
export const lineItems: FieldTypeSpec<LineItemsField> = {
  type: 'lineItems',
  label: { en: 'Line items', zh: '明细表' },
  description: {
    en: 'A table inside the form, such as the products of a quote.',
    zh: '表单中的表格，例如报价单的产品明细。',
  },
  group: 'relation',
  icon: 'table',
  valueKind: 'rows',
  writable: true,
  sortable: false,
  searchable: false,
  groupable: false,
  summable: false,
  canBeUnique: false,
  canBeColumn: true,
  operators: emptyOperators,
  stored: () => false,
  create: (key, label) => ({
    type: 'lineItems',
    key,
    label,
    fields: [{ type: 'text', key: 'name', label: { en: 'Name', zh: '名称' } }],
  }),
  references: () => [],
}
