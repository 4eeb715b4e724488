import type { ElementOf, ElementTypeSpec } from './element-type-spec.ts'

export const divider: ElementTypeSpec<ElementOf<'divider'>> = {
  type: 'divider',
  label: { en: 'Divider', zh: '分隔线' },
  description: {
    en: 'A line across the section, with words on it if you like.',
    zh: '横贯分区的一条线，可带文字。',
  },
  icon: 'line',
  isDecoration: true,
  isPublic: true,
  name: ({ label }) => label,
  texts: ({ label }) => Object.values(label ?? {}),
  create: (key) => ({ type: 'divider', key }),
}
