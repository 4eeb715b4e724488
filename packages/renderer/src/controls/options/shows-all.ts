import type { ChoiceField, MultiChoiceField } from '@pipewright/schemas'
import type { ControlProps } from '../field-control.ts'

/** More than this many would fill the screen, however they are to be shown. */
const most = 60

/** Whether all options stand in sight instead of in a list that opens. */
export const showsAll = (
  { field, compact }: ControlProps<ChoiceField> | ControlProps<MultiChoiceField>,
  count: number,
): boolean => field.display !== undefined && field.display !== 'dropdown' && compact !== true && count <= most
