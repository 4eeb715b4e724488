import type { RollupField } from '@pipewright/schemas'
import { mentionsClock } from '../mentions-clock.ts'
import type { FieldMention, FieldSurroundings, FieldTypeSpec } from './field-type-spec.ts'
import { orderOperators } from './operators.ts'

type Measured = Exclude<RollupField['function'], 'count'>

/** What each way of summing up asks of its field. */
export const measuredBy: { readonly [F in Measured]: 'number' | 'ordered' | 'shown' | 'counted' | 'listed' } =
  {
    sum: 'number',
    avg: 'number',
    min: 'ordered',
    max: 'ordered',
    first: 'shown',
    last: 'shown',
    countDistinct: 'counted',
    list: 'listed',
    listDistinct: 'listed',
  }

function references(field: RollupField): FieldMention[] {
  const of = field.form
  const rows = field.lineItems === undefined ? { of } : { of, lineItems: field.lineItems }
  const mentions: FieldMention[] = [{ at: ['form'], kind: 'rollup', form: of }]
  if (field.relation !== undefined)
    mentions.push({ at: ['relation'], kind: 'rollup', path: field.relation, of, expects: 'relationHere' })
  if (field.through !== undefined)
    mentions.push({ at: ['through'], kind: 'rollup', path: field.through, expects: 'ownLinks' })
  if (field.lineItems !== undefined)
    mentions.push({ at: ['lineItems'], kind: 'rollup', path: field.lineItems, of, expects: 'ownRows' })
  if (field.field !== undefined && field.function !== 'count')
    mentions.push({
      at: ['field'],
      kind: 'rollup',
      path: field.field,
      ...rows,
      expects: measuredBy[field.function],
    })
  if (field.orderBy !== undefined)
    mentions.push({
      at: ['orderBy', 'field'],
      kind: 'rollup',
      path: field.orderBy.field,
      ...rows,
      expects: 'ordered',
    })
  if (field.filter !== undefined)
    mentions.push({ at: ['filter'], kind: 'rollup', expression: field.filter, ...rows })
  return mentions
}

const rowsOf = (around: FieldSurroundings | undefined): Partial<RollupField> => {
  if (around?.through !== undefined) return { through: around.through }
  if (around?.lineItems !== undefined) return { lineItems: around.lineItems }
  return { relation: around?.relation ?? 'relation' }
}

export const rollup: FieldTypeSpec<RollupField> = {
  type: 'rollup',
  label: { en: 'Rollup', zh: '汇总' },
  description: {
    en: 'A figure or list over related records or own line items, such as the amount paid.',
    zh: '对关联记录或自身明细进行统计，例如已收金额。',
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
  canBeColumn: true,
  operators: orderOperators,
  stored: (field) => !mentionsClock(field.filter ?? null),
  create: (key, label, surroundings) => ({
    type: 'rollup',
    key,
    label,
    form: surroundings?.form ?? 'form',
    ...rowsOf(surroundings),
    function: 'count',
    resultType: 'number',
    scale: 0,
  }),
  references,
}
