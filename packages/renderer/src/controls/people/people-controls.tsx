import type { DepartmentField, DepartmentsField, MembersField } from '@pipewright/schemas'
import type { ControlProps, FieldControl } from '../field-control.ts'
import { fieldViews } from '../field-views.tsx'
import { DepartmentSelect } from './department-select.tsx'
import { MemberSelect } from './member-select.tsx'

export const members: FieldControl<MembersField> = {
  Control: (props: ControlProps<MembersField>) => <MemberSelect control={props as ControlProps} many />,
  ...fieldViews.members,
}

export const department: FieldControl<DepartmentField> = {
  Control: (props: ControlProps<DepartmentField>) => (
    <DepartmentSelect control={props as ControlProps} many={false} />
  ),
  ...fieldViews.department,
}

export const departments: FieldControl<DepartmentsField> = {
  Control: (props: ControlProps<DepartmentsField>) => (
    <DepartmentSelect control={props as ControlProps} many />
  ),
  ...fieldViews.departments,
}
