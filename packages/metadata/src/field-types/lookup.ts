import type { LookupField } from '@pipewright/schemas'
import type { FieldMention, FieldTypeSpec } from './field-type-spec.ts'
import { textOperators } from './operators.ts'

function references({ path, find }: LookupField): FieldMention[] {
  if (find === undefined)
    return path === undefined ? [] : [{ at: ['path'], kind: 'lookup', path, expects: 'lookedUp' }]
  const of = find.form
  const mentions: FieldMention[] = [
    { at: ['find', 'form'], kind: 'lookup', form: of },
    { at: ['find', 'field'], kind: 'lookup', path: find.field, of, expects: 'shown' },
  ]
  for (const [position, { field, value }] of find.where.entries()) {
    const at = ['find', 'where', position]
    mentions.push({ at: [...at, 'field'], kind: 'lookup', path: field, of, expects: 'oneValue' })
    if (value !== undefined)
      mentions.push({
        at: [...at, 'value'],
        kind: 'lookup',
        expression: value,
        compared: { form: of, path: field },
      })
  }
  const { orderBy } = find
  if (orderBy !== undefined)
    mentions.push({
      at: ['find', 'orderBy', 'field'],
      kind: 'lookup',
      path: orderBy.field,
      of,
      expects: 'sortable',
    })
  return mentions
}

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
  stored: ({ find }) => find === undefined,
  create: (key, label, surroundings) => ({
    type: 'lookup',
    key,
    label,
    resultType: 'text',
    ...(surroundings?.find === undefined
      ? { path: surroundings?.path ?? 'relation.field' }
      : { find: surroundings.find }),
    ...surroundings?.result,
  }),
  references,
}
