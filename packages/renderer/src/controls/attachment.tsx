import type { AttachmentField } from '@pipewright/schemas'
import { AttachmentControl } from './attachment/attachment-control.tsx'
import type { FieldControl } from './field-control.ts'
import { fieldViews } from './field-views.tsx'
import { SignatureControl } from './signature/signature-control.tsx'

export const attachment: FieldControl<AttachmentField> = {
  Control: (props) =>
    props.field.display === 'signature' ? <SignatureControl {...props} /> : <AttachmentControl {...props} />,
  ...fieldViews.attachment,
}
