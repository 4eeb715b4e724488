import type { ElementOf, ElementTypeSpec } from './element-type-spec.ts'

export const button: ElementTypeSpec<ElementOf<'button'>> = {
  type: 'button',
  label: { en: 'Button', zh: '按钮' },
  description: {
    en: 'Sets fields, converts, submits, creates a related record or opens a link, one after the other.',
    zh: '依次修改字段、转换、提交审批、新建关联记录或打开链接。',
  },
  icon: 'thunderbolt',
  isDecoration: false,
  isPublic: false,
  name: ({ label }) => label,
  texts: ({ actions }) => actions.flatMap((action) => (action.type === 'open' ? [action.url] : [])),
  create: (key) => ({
    type: 'button',
    key,
    label: { en: 'Button', zh: '按钮' },
    actions: [{ type: 'open', url: 'https://example.com' }],
  }),
}
