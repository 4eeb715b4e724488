import type { AttachmentField } from '@pipewright/schemas'
import { AttachmentControl } from './attachment/attachment-control.tsx'
import { FileList } from './attachment/file-list.tsx'
import { asTexts } from './control-attributes.ts'
import type { FieldControl } from './field-control.ts'
import { PlainCell } from './plain-value.tsx'

export const attachment: FieldControl<AttachmentField> = {
  Control: AttachmentControl,
  ReadOnly: ({ value }) => <FileList ids={asTexts(value)} />,
  Cell: PlainCell,
  align: 'start',
  width: 120,
}
