import type { ElementOf, ElementTypeSpec } from './element-type-spec.ts'

export const heading: ElementTypeSpec<ElementOf<'heading'>> = {
  type: 'heading',
  label: { en: 'Heading', zh: '标题' },
  description: { en: 'A line that says what follows.', zh: '一行文字，说明下面的内容。' },
  icon: 'bold',
  isDecoration: true,
  isPublic: true,
  name: ({ text }) => text,
  texts: ({ text }) => Object.values(text),
  create: (key) => ({ type: 'heading', key, text: { en: 'Heading', zh: '标题' } }),
}
