import type { ElementOf, ElementTypeSpec } from './element-type-spec.ts'

export const image: ElementTypeSpec<ElementOf<'image'>> = {
  type: 'image',
  label: { en: 'Picture', zh: '配图' },
  description: {
    en: 'A picture of yours: a logo, a plan, how a form is to be filled in.',
    zh: '您上传的图片：标志、平面图、填写示例。',
  },
  icon: 'picture',
  isDecoration: false,
  isPublic: true,
  name: ({ alt }) => alt,
  texts: () => [],
  create: (key) => ({ type: 'image', key }),
}
