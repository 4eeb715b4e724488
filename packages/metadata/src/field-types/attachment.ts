import type { AttachmentField } from '@pipewright/schemas'
import type { FieldTypeSpec } from './field-type-spec.ts'
import { emptyOperators } from './operators.ts'
export const attachment: FieldTypeSpec<AttachmentField> = {
  type: 'attachment',
  label: { en: 'Attachment', zh: '附件' },
  description: { en: 'Files that belong to the record.', zh: '属于这条记录的文件。' },
  group: 'file',
  icon: 'paperclip',
  words: ['file', 'upload', 'document', '文件', '上传'],
  variants: [
    {
      name: 'images',
      label: { en: 'Image', zh: '图片' },
      description: {
        en: 'Pictures with previews, also from the camera.',
        zh: '带预览的图片，也可直接拍照。',
      },
      icon: 'picture',
      words: ['photo', 'picture', 'camera', '照片', '拍照'],
      properties: { display: 'images' },
    },
    {
      name: 'signature',
      label: { en: 'Signature', zh: '手写签名' },
      description: {
        en: 'Signed by hand with finger or mouse, or by typing the name.',
        zh: '用手指或鼠标手写签名，也可输入姓名。',
      },
      icon: 'signature',
      words: ['sign', 'handwriting', '签字', '手写'],
      properties: { display: 'signature', maxFiles: 1 },
    },
  ],
  valueKind: 'list',
  writable: true,
  sortable: false,
  searchable: false,
  groupable: false,
  summable: false,
  canBeUnique: false,
  canBeColumn: true,
  operators: emptyOperators,
  stored: () => true,
  create: (key, label) => ({ type: 'attachment', key, label }),
  references: () => [],
}
