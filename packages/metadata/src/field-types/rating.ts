import type { RatingField } from '@pipewright/schemas'
import type { FieldTypeSpec } from './field-type-spec.ts'
import { mentionDefault } from './mentions.ts'
import { orderOperators } from './operators.ts'
export const rating: FieldTypeSpec<RatingField> = {
  type: 'rating',
  label: { en: 'Rating', zh: '评分' },
  description: {
    en: 'Stars, hearts or other signs, for example how satisfied somebody is.',
    zh: '用星星、爱心等打分，例如满意度。',
  },
  group: 'number',
  icon: 'star',
  words: ['score', 'satisfaction', '打分', '星级', '满意度'],
  valueKind: 'number',
  writable: true,
  sortable: true,
  searchable: false,
  groupable: true,
  summable: true,
  canBeUnique: false,
  canBeColumn: true,
  operators: orderOperators,
  stored: () => true,
  create: (key, label) => ({ type: 'rating', key, label, max: 5 }),
  references: mentionDefault,
}
