import type { AttachmentField } from '@pipewright/schemas'
import { AttachmentControl } from './attachment/attachment-control.tsx'
import type { FieldControl } from './field-control.ts'
import { fieldViews } from './field-views.tsx'

export const attachment: FieldControl<AttachmentField> = {
  Control: AttachmentControl,
  ...fieldViews.attachment,
}
