import type { MemberField } from '@pipewright/schemas'
import type { ControlProps, FieldControl } from './field-control.ts'
import { fieldViews } from './field-views.tsx'
import { MemberSelect } from './people/member-select.tsx'

export const member: FieldControl<MemberField> = {
  Control: (props: ControlProps<MemberField>) => (
    <MemberSelect control={props as ControlProps} many={false} />
  ),
  ...fieldViews.member,
}
