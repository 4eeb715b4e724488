import type { ElementOf, ElementTypeSpec } from './element-type-spec.ts'

export const files: ElementTypeSpec<ElementOf<'files'>> = {
  type: 'files',
  label: { en: 'Files', zh: '文件' },
  description: {
    en: 'Everything attached to this record in one place, and to those around it if you like.',
    zh: '集中显示当前记录的全部文件，也可包含关联记录的文件。',
  },
  icon: 'paperclip',
  isDecoration: false,
  isPublic: false,
  name: () => undefined,
  texts: () => [],
  create: (key) => ({ type: 'files', key, related: true }),
}
