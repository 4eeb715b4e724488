import type { AddressField } from '@pipewright/schemas'
import type { FieldTypeSpec } from './field-type-spec.ts'
import { mentionDefault } from './mentions.ts'
import { countryOfCurrency } from '../countries.ts'
import { textOperators } from './operators.ts'

export const address: FieldTypeSpec<AddressField> = {
  type: 'address',
  label: { en: 'Address', zh: '地址' },
  description: {
    en: 'Country, province, city, district and street; each can be searched, filtered and counted by.',
    zh: '国家、省、市、区与详细地址，均可搜索、筛选和统计。',
  },
  group: 'text',
  icon: 'bank',
  words: ['province', 'city', 'district', 'street', 'postcode', '省市区', '行政区划', '邮编'],
  valueKind: 'text',
  writable: true,
  sortable: true,
  searchable: true,
  groupable: false,
  summable: false,
  canBeUnique: false,
  canBeColumn: true,
  operators: textOperators,
  stored: () => true,
  create: (key, label, surroundings) => ({
    type: 'address',
    key,
    label,
    country: countryOfCurrency(surroundings?.currency ?? '') ?? 'CN',
    abroad: true,
    depth: 'street',
  }),
  references: mentionDefault,
}
