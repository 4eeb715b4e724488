import type { AttachmentField } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { useFormat } from '../formats/use-format.ts'
import { AttachmentThumbs } from './attachment/attached-files.tsx'
import { AttachmentControl } from './attachment/attachment-control.tsx'
import { CellDialog } from './cell-dialog.tsx'
import type { ControlProps, FieldControl } from './field-control.ts'
import { fieldViews } from './field-views.tsx'
import { SignatureControl } from './signature/signature-control.tsx'

const Whole = (props: ControlProps<AttachmentField>) =>
  props.field.display === 'signature' ? <SignatureControl {...props} /> : <AttachmentControl {...props} />

const icons = { files: 'upload', images: 'camera', signature: 'signature' } as const

/** In a cell: the first pictures or the number of files; they are added and removed in a dialog. */
function InCell(props: ControlProps<AttachmentField>) {
  const said = useFormat(props.titles)(props.field, props.value)
  return (
    <CellDialog
      control={props as ControlProps}
      said={said}
      whole={(id) => <Whole {...props} id={id} compact={false} />}
    >
      {said === '' ? (
        <Icon name={icons[props.field.display ?? 'files']} className="pw-quiet" />
      ) : (
        <AttachmentThumbs field={props.field} value={props.value} titles={props.titles} />
      )}
    </CellDialog>
  )
}

export const attachment: FieldControl<AttachmentField> = {
  Control: (props) => (props.compact === true ? <InCell {...props} /> : <Whole {...props} />),
  ...fieldViews.attachment,
}
