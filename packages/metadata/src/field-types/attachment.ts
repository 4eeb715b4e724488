import type { AttachmentField } from '@pipewright/schemas'
import type { FieldTypeSpec } from './field-type-spec.ts'
import { emptyOperators } from './operators.ts'
export const attachment: FieldTypeSpec<AttachmentField> = {
  type: 'attachment',
  label: { en: 'Attachment', zh: '附件' },
  description: { en: 'Files that belong to the record.', zh: '属于这条记录的文件。' },
  group: 'file',
  icon: 'paperclip',
  valueKind: 'list',
  writable: true,
  sortable: false,
  searchable: false,
  groupable: false,
  summable: false,
  canBeUnique: false,
  canBeColumn: false,
  operators: emptyOperators,
  stored: () => true,
  create: (key, label) => ({ type: 'attachment', key, label }),
  references: () => [],
}
