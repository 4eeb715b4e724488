import type { ElementOf, ElementTypeSpec } from './element-type-spec.ts'

export const relatedList: ElementTypeSpec<ElementOf<'relatedList'>> = {
  type: 'relatedList',
  label: { en: 'Related list', zh: '关联列表' },
  description: {
    en: 'Records that point to this one, with search, filter, order and quick entry.',
    zh: '指向当前记录的其他记录，可搜索、筛选、排序和快速新建。',
  },
  icon: 'relation',
  isDecoration: false,
  isPublic: false,
  name: () => undefined,
  texts: () => [],
  create(key, { definition, form }) {
    for (const other of definition.forms) {
      const field = other.fields.find(
        (one) => (one.type === 'relation' || one.type === 'relations') && one.form === form,
      )
      if (field !== undefined)
        return { type: 'relatedList', key, list: { form: other.key, field: field.key } }
    }
    return undefined
  },
}
