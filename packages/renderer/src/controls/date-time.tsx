import type { DateTimeField } from '@pipewright/schemas'
import type { FieldControl } from './field-control.ts'
import { fieldViews } from './field-views.tsx'
import { lateControl } from './late-control.tsx'

export const dateTime: FieldControl<DateTimeField> = {
  ...lateControl<DateTimeField>(async () => (await import('./dates/index.ts')).DateTimeControl),
  ...fieldViews.dateTime,
}
