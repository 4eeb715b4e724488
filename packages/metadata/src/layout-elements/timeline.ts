import type { ElementOf, ElementTypeSpec } from './element-type-spec.ts'

export const timeline: ElementTypeSpec<ElementOf<'timeline'>> = {
  type: 'timeline',
  label: { en: 'Timeline', zh: '动态' },
  description: {
    en: 'Changes, comments, follow-ups and approvals of this record in time order, and of those around it if you like.',
    zh: '按时间顺序显示当前记录的变更、评论、跟进和审批，也可包含关联记录的动态。',
  },
  icon: 'history',
  isDecoration: false,
  isPublic: false,
  name: () => undefined,
  texts: () => [],
  create: (key) => ({ type: 'timeline', key, related: true }),
}
