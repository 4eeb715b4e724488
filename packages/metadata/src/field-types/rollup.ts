import type { RollupField } from '@pipewright/schemas'
import { mentionsClock } from '../mentions-clock.ts'
import type { FieldMention, FieldTypeSpec } from './field-type-spec.ts'
import { orderOperators } from './operators.ts'

function references(field: RollupField): FieldMention[] {
  const of = field.form
  const mentions: FieldMention[] = [
    { at: ['form'], kind: 'rollup', form: of },
    { at: ['relation'], kind: 'rollup', path: field.relation, of, expects: 'relationHere' },
  ]
  if (field.field !== undefined) {
    const expects = field.function === 'min' || field.function === 'max' ? 'ordered' : 'number'
    mentions.push({ at: ['field'], kind: 'rollup', path: field.field, of, expects })
  }
  if (field.filter !== undefined)
    mentions.push({ at: ['filter'], kind: 'rollup', expression: field.filter, of })
  return mentions
}

export const rollup: FieldTypeSpec<RollupField> = {
  type: 'rollup',
  label: { en: 'Rollup', zh: '汇总' },
  description: {
    en: 'A figure over the records that refer to this one, such as the amount paid.',
    zh: '对关联到本记录的记录进行统计，例如已收金额。',
  },
  group: 'calculated',
  icon: 'rollup',
  valueKind: 'number',
  writable: false,
  sortable: true,
  searchable: false,
  groupable: false,
  summable: true,
  canBeUnique: false,
  canBeColumn: false,
  operators: orderOperators,
  stored: (field) => !mentionsClock(field.filter ?? null),
  create: (key, label, surroundings) => ({
    type: 'rollup',
    key,
    label,
    form: surroundings?.form ?? 'form',
    relation: surroundings?.relation ?? 'relation',
    function: 'count',
    resultType: 'number',
    scale: 0,
  }),
  references,
}
