import type { AnyRelationField } from '@pipewright/schemas'
import type { FieldMention, FieldTypeSpec } from './field-type-spec.ts'
import { mentionDefault } from './mentions.ts'
import { pickOperators } from './operators.ts'
import { mentionFill } from './relation-mentions.ts'

function mentionTargets({ targets }: AnyRelationField): FieldMention[] {
  return targets.flatMap((target, position): FieldMention[] => {
    const { form, filter, pickColumns } = target
    const at = ['targets', position] as const
    return [
      { at: [...at, 'form'], kind: 'relation', form },
      ...mentionFill(target, at),
      ...(pickColumns ?? []).map((path, place): FieldMention => ({
        at: [...at, 'pickColumns', place],
        kind: 'pickColumn',
        path,
        of: form,
        expects: 'oneValue',
      })),
      ...(filter === undefined
        ? []
        : [{ at: [...at, 'filter'], kind: 'relationFilter', expression: filter, of: form } as const]),
    ]
  })
}

export const anyRelation: FieldTypeSpec<AnyRelationField> = {
  type: 'anyRelation',
  label: { en: 'Relation to any of several forms', zh: '关联任一表单' },
  description: {
    en: 'A record of one of several forms, such as what an activity is about: a lead, an account or an opportunity.',
    zh: '多个表单中任意一个的一条记录，例如活动所针对的线索、客户或商机。',
  },
  group: 'relation',
  icon: 'relation',
  words: ['regarding', 'polymorphic', 'any form', '涉及', '相关对象', '多态'],
  valueKind: 'record',
  writable: true,
  sortable: true,
  searchable: false,
  groupable: false,
  summable: false,
  canBeUnique: false,
  canBeColumn: true,
  operators: pickOperators,
  stored: () => true,
  create: (key, label, surroundings) => ({
    type: 'anyRelation',
    key,
    label,
    targets: [{ form: surroundings?.form ?? 'form' }],
    onDelete: 'refuse',
  }),
  references: (field) => [...mentionDefault(field), ...mentionTargets(field)],
}
